//! What stands behind the command's name.

use std::path::PathBuf;

use flow_console::emulator::Pace;
use lexopt::{Arg, Error, Parser, ValueExt};

/// What `--help` prints.
pub const USAGE: &str = "\
Pretends to be Adobe's Flow Service and its streaming inlets.

  --listen ADDRESS   where to listen, 127.0.0.1:4010 if not given; port 0 takes a free one
  --site DIRECTORY   serve the console from there under /
  --journal FILE     append each API request to this file, one JSON object a line
  --seed NUMBER      decides every identifier, 1 if not given
  --pace PACE        immediate, realistic or manual: how fast new dataflows get ready
  --demo-world       begin with a few connections and a dataflow
  --help             this text

Flow Service is under /data/foundation/flowservice, inlets are under /collection,
the emulator's own switches under /emulator.";

/// What somebody wants of the command.
pub enum Wish {
    /// To be told what there is.
    Help,
    /// To be served.
    Serve(Arguments),
}

/// How to serve.
pub struct Arguments {
    pub listen: String,
    pub site: Option<PathBuf>,
    pub journal: Option<PathBuf>,
    pub seed: u64,
    pub pace: Pace,
    pub demo_world: bool,
}

impl Arguments {
    /// Reads them all.
    ///
    /// # Errors
    /// For an argument that does not exist, has no value, or one that cannot be used.
    pub fn read(mut parser: Parser) -> Result<Wish, Error> {
        let mut arguments = Self {
            listen: "127.0.0.1:4010".to_owned(),
            site: None,
            journal: None,
            seed: 1,
            pace: Pace::Immediate,
            demo_world: false,
        };
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("listen") => arguments.listen = parser.value()?.string()?,
                Arg::Long("site") => arguments.site = Some(parser.value()?.into()),
                Arg::Long("journal") => arguments.journal = Some(parser.value()?.into()),
                Arg::Long("seed") => arguments.seed = parser.value()?.parse()?,
                Arg::Long("pace") => {
                    arguments.pace = parser.value()?.parse_with(|word| {
                        Pace::read(word).ok_or("it is none of immediate, realistic and manual")
                    })?;
                }
                Arg::Long("demo-world") => arguments.demo_world = true,
                Arg::Long("help") | Arg::Short('h') => return Ok(Wish::Help),
                other => return Err(other.unexpected()),
            }
        }
        Ok(Wish::Serve(arguments))
    }
}
