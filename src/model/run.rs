//! Runs: what became of a dataflow's records in a stretch of time.

use serde_json::Value;

use super::id::FlowId;
use super::members::{FromJson, Members, ShapeError};

/// How it stands with a run (`metrics.statusSummary.status`). Adobe's documents differ in upper and lower case, and
/// have underscores in some places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RunStatus {
    /// To begin later.
    Scheduled,
    /// Going on.
    InProgress,
    /// Over. There may still be records that failed: as long as they are fewer than the dataflow allows.
    Success,
    /// Over, in vain.
    Failed,
    /// Anything else, as it came.
    Other(String),
    /// The service does not say.
    #[default]
    Unknown,
}

impl RunStatus {
    /// Reads the service's word.
    pub fn read(word: &str) -> Self {
        let plain: String = word
            .chars()
            .filter(|letter| *letter != '_')
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        match plain.as_str() {
            "" => Self::Unknown,
            "scheduled" | "queued" => Self::Scheduled,
            "inprogress" => Self::InProgress,
            "success" | "completed" => Self::Success,
            "failed" => Self::Failed,
            _ => Self::Other(word.to_owned()),
        }
    }
}

/// How many records (`recordSummary`); what the service does not say is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordCounts {
    /// Read from the source.
    pub input: Option<u64>,
    /// Written to the target.
    pub output: Option<u64>,
    /// Neither, because they were wrong.
    pub failed: Option<u64>,
    /// Left out on purpose.
    pub skipped: Option<u64>,
}

/// Something that went wrong, with its code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunError {
    /// Such as `CONNECTOR-2001-500` or `MAPPER-3700-400`.
    pub code: String,
    /// The service's sentence.
    pub message: String,
    /// How many records it befell, when the service says so.
    pub record_count: Option<u64>,
}

/// One run of a dataflow. Streaming dataflows have one for each window of time in which records came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowRun {
    /// Whose.
    pub flow_id: FlowId,
    /// How it stands.
    pub status: RunStatus,
    /// In milliseconds since 1970.
    pub started_at: Option<u64>,
    /// In milliseconds since 1970; absent while it goes on.
    pub completed_at: Option<u64>,
    /// Of all its records.
    pub records: RecordCounts,
    /// Read from the source; the service writes -1 where it does not know.
    pub input_bytes: Option<u64>,
    /// Written to the target.
    pub output_bytes: Option<u64>,
    /// Of the run and of its steps, each once. A run that succeeded may have some.
    pub errors: Vec<RunError>,
    /// The batches of the data lake that it wrote.
    pub batch_ids: Vec<String>,
}

impl FlowRun {
    /// How long it took, in milliseconds; `None` while it goes on.
    pub fn duration(&self) -> Option<u64> {
        Some(self.completed_at?.saturating_sub(self.started_at?))
    }

    /// True when there are records that did not arrive, whatever the status says.
    pub fn has_failed_records(&self) -> bool {
        self.records.failed.is_some_and(|failed| failed > 0)
    }

    fn read_errors(&mut self, summary: Option<&Value>) {
        let Some(Value::Array(errors)) = summary else {
            return;
        };
        for error in errors {
            let Ok(members) = Members::of(error) else {
                continue;
            };
            let text = |name: &str| members.text(name).ok().flatten().unwrap_or_default();
            let read = RunError {
                code: text("code"),
                message: text("message"),
                record_count: members
                    .number("recordCount")
                    .or_else(|| members.number("count")),
            };
            let is_known = self
                .errors
                .iter()
                .any(|known| known.code == read.code && known.message == read.message);
            if !is_known {
                self.errors.push(read);
            }
        }
    }

    /// What a step of the run says: its errors, and where its records went.
    fn read_activity(&mut self, activity: &Value) {
        self.read_errors(activity.pointer("/statusSummary/extensions/errors"));
        self.read_errors(activity.pointer("/recordSummary/failedInfo"));
        let Some(Value::Array(targets)) = activity.get("targetInfo") else {
            return;
        };
        for target in targets {
            if let Some(Value::Array(ids)) = target.pointer("/reference/ids") {
                let ids = ids.iter().filter_map(Value::as_str).map(str::to_owned);
                self.batch_ids.extend(ids);
            }
        }
    }
}

impl FromJson for FlowRun {
    /// Everything but `flowId` may be missing: a run that was only just scheduled has no metrics.
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let number = |pointer: &str| value.pointer(pointer).and_then(super::as_number);
        let status = value
            .pointer("/metrics/statusSummary/status")
            .and_then(Value::as_str);
        let mut run = Self {
            flow_id: members.required_text("flowId")?.into(),
            status: RunStatus::read(status.unwrap_or_default()),
            started_at: number("/metrics/durationSummary/startedAtUTC"),
            completed_at: number("/metrics/durationSummary/completedAtUTC"),
            records: RecordCounts {
                input: number("/metrics/recordSummary/inputRecordCount"),
                output: number("/metrics/recordSummary/outputRecordCount"),
                failed: number("/metrics/recordSummary/failedRecordCount"),
                skipped: number("/metrics/recordSummary/skippedRecordCount"),
            },
            input_bytes: number("/metrics/sizeSummary/inputBytes"),
            output_bytes: number("/metrics/sizeSummary/outputBytes"),
            errors: Vec::new(),
            batch_ids: Vec::new(),
        };
        run.read_errors(value.pointer("/metrics/recordSummary/failedInfo"));
        for activity in members.list("activities") {
            run.read_activity(activity);
        }
        // The general ones last: the steps say what happened.
        run.read_errors(value.pointer("/metrics/statusSummary/errors"));
        Ok(run)
    }
}
