//! The first request, as it will be sent.

use super::composer::Composer;
use crate::api::{Operation, PostMessage, PostMessageBatch};
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::upload::Finding;
use crate::model::FlowId;
use crate::words::number_text;

/// How much of what was typed is shown before it has been read, in characters.
const SHOWN: usize = 20_000;

/// Follows all that changes it. Of a large batch only the first records are shown.
pub(super) fn first_request(console: Console, composer: Composer) -> Signal<Operation> {
    Signal::derive(move || {
        let flow = composer.to.text("flowId");
        let flow = flow.trim();
        let flow_id = (!flow.is_empty()).then(|| FlowId::from(flow));
        let environment = console.environment.read();
        let inlet_url = environment.inlet_url(composer.to.text("inletUrl").trim());
        let flags = composer.flags;
        let sandbox = flags
            .with_sandbox
            .get()
            .then(|| environment.session.sandbox.clone());
        let authenticated = flags.authenticated();
        let records = records(composer);
        if composer.is_batch() {
            return Operation::PostMessageBatch(PostMessageBatch {
                inlet_url,
                flow_id,
                authenticated,
                sandbox,
                body: format!("{{\"messages\":[{}]}}", records.join(",")),
            });
        }
        Operation::PostMessage(PostMessage {
            inlet_url,
            flow_id,
            authenticated,
            sandbox,
            sync_validation: flags.sync_validation.get(),
            message: records.into_iter().next().unwrap_or_default(),
        })
    })
}

/// Of how many records the panel shows the first, when there are more in the request.
pub(super) fn note(console: Console, composer: Composer) -> Signal<Option<String>> {
    Signal::derive(move || {
        let ready = composer.ready().filter(|_| composer.is_batch())?;
        let size = composer.options.text("batchSize").trim().parse::<u32>();
        let whole = ready.survey.total.min(size.unwrap_or(u32::MAX));
        let shown = ready.first.len();
        let is_cut = usize::try_from(whole).is_ok_and(|whole| whole > shown) && shown > 0;
        let language = console.language.get();
        let (shown, whole) = (shown as u64, u64::from(whole));
        is_cut.then(|| {
            let words = console.words().posting();
            (words.first_request)(&number_text(shown, language), &number_text(whole, language))
        })
    })
}

fn records(composer: Composer) -> Vec<String> {
    match &**composer.intake.finding.read() {
        Finding::Ready(ready) if !ready.first.is_empty() => {
            let size = composer.options.text("batchSize").trim().parse();
            let size = size.unwrap_or(usize::MAX);
            ready.first.iter().take(size).cloned().collect()
        }
        Finding::Reading { .. } | Finding::Nothing => Vec::new(),
        _ => {
            let text = composer.intake.text.read();
            vec![text.chars().take(SHOWN).collect()]
        }
    }
}
