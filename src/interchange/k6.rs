//! A job for k6, which sends at a steady rate and measures what comes back.

use super::engine::{EngineJob, quoted};

/// A script for k6 (0.50 or later). It sends the lines of a file of JSON objects, once each, as many a second as the
/// job says, and looks at each element of the answers. The access token comes from the environment
/// (`ACCESS_TOKEN`), and so may the file (`RECORDS`).
pub fn k6(job: &EngineJob) -> String {
    let batch_size = job.batch_size.max(1);
    let per_second = job.records_per_second.unwrap_or(0);
    let mut script = String::from(HEAD);
    let mut constant = |name: &str, value: &str| {
        script.extend(["const ", name, " = ", value, ";\n"]);
    };
    constant("INLET_URL", &quoted(&job.inlet_url));
    constant("BATCH_SIZE", &batch_size.to_string());
    constant("RECORDS_PER_SECOND", &per_second.to_string());
    constant("CONCURRENCY", &job.concurrency.max(1).to_string());
    let envelope = job.envelope.as_ref().filter(|_| job.is_xdm);
    if let Some((before, behind)) = envelope {
        constant("BEFORE", &quoted(before));
        constant("BEHIND", &quoted(behind));
    }
    script.push_str("const headers = {\n  \"Content-Type\": \"application/json\",\n");
    for (name, value) in job.headers() {
        script.extend(["  ", &quoted(name), ": ", &quoted(value), ",\n"]);
    }
    if job.is_authenticated {
        script.push_str("  Authorization: `Bearer ${__ENV.ACCESS_TOKEN}`,\n");
    }
    script.push_str("};\n");
    if job.is_authenticated {
        script.push_str(TOKEN);
    }
    script.push_str(RECORDS);
    script.push_str(if envelope.is_some() { ENVELOPED } else { BARE });
    script.push_str(SCENARIO);
    script.push_str(if batch_size > 1 { BATCHES } else { SINGLES });
    script
}

const HEAD: &str = r#"// Run with: k6 run -e RECORDS=records.ndjson script.js
import http from "k6/http";
import exec from "k6/execution";
import { check, fail } from "k6";
import { Counter } from "k6/metrics";
import { SharedArray } from "k6/data";

"#;

const TOKEN: &str = r#"
if (!__ENV.ACCESS_TOKEN) {
  throw new Error("Set the environment variable ACCESS_TOKEN.");
}
"#;

const RECORDS: &str = r#"
// One JSON object a line. Read once, for all virtual users.
const records = new SharedArray("records", () =>
  open(__ENV.RECORDS || "records.ndjson")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
);
"#;

const BARE: &str = r#"const message = (record) => record;
"#;

const ENVELOPED: &str = r#"const message = (record) =>
  record.includes('"xdmEntity"') ? record : BEFORE + record + BEHIND;
"#;

const SCENARIO: &str = r#"
const requests = Math.max(1, Math.ceil(records.length / BATCH_SIZE));
const shared = { exec: "send", gracefulStop: "2m" };

export const options = {
  scenarios: {
    records:
      RECORDS_PER_SECOND > 0
        ? {
            ...shared,
            executor: "constant-arrival-rate",
            // As many requests in so many seconds: exact, also when a request takes longer to fill.
            rate: RECORDS_PER_SECOND,
            timeUnit: `${BATCH_SIZE}s`,
            // A second more than needed; what begins too late finds nothing left to send.
            duration: `${Math.ceil((requests * BATCH_SIZE) / RECORDS_PER_SECOND) + 1}s`,
            preAllocatedVUs: CONCURRENCY,
            maxVUs: CONCURRENCY,
          }
        : {
            ...shared,
            executor: "shared-iterations",
            iterations: requests,
            vus: Math.min(CONCURRENCY, requests),
            maxDuration: "24h",
          },
  },
  thresholds: {
    records_refused: ["count==0"],
    records_unknown: ["count==0"],
    // Iterations that found no virtual user free are records not sent in time: raise CONCURRENCY.
    dropped_iterations: ["count==0"],
  },
};

const accepted = new Counter("records_accepted");
const refused = new Counter("records_refused");
// Sent, but not answered one by one: they may have been received.
const unknown = new Counter("records_unknown");

function member(response, path) {
  try {
    return response.json(path);
  } catch (error) {
    return undefined;
  }
}
"#;

const BATCHES: &str = r#"
http.setResponseCallback(http.expectedStatuses(207));
const BATCH_URL = INLET_URL.replace("/collection/", "/collection/batch/");

export function send() {
  const start = exec.scenario.iterationInTest * BATCH_SIZE;
  const batch = records.slice(start, start + BATCH_SIZE);
  if (batch.length === 0) {
    return;
  }
  const body = `{"messages":[${batch.map(message).join(",")}]}`;
  const response = http.post(BATCH_URL, body, { headers });
  if (response.status !== 207) {
    const isUnknown = response.status === 0 || response.status >= 500;
    (isUnknown ? unknown : refused).add(batch.length);
    fail(`records ${start} to ${start + batch.length - 1}: ${response.status} ${response.body}`);
  }
  // 207 says nothing about the records: each has an element of its own.
  const results = member(response, "responses") || [];
  const isComplete = check(results, {
    "one result for each record": (list) => list.length === batch.length,
  });
  if (!isComplete) {
    unknown.add(batch.length);
    return;
  }
  results.forEach((result, place) => {
    const status = Number(result.statusCode || result.status || 200);
    const isAccepted = Boolean(result.xactionId) && status < 300;
    (isAccepted ? accepted : refused).add(1);
    check(result, { "record accepted": () => isAccepted });
    if (!isAccepted) {
      console.warn(`record ${start + place}: ${status} ${result.message}`);
    }
  });
}
"#;

const SINGLES: &str = r#"
http.setResponseCallback(http.expectedStatuses(200));

export function send() {
  const place = exec.scenario.iterationInTest;
  if (place >= records.length) {
    return;
  }
  const response = http.post(INLET_URL, message(records[place]), { headers });
  const isAccepted = check(response, {
    "record accepted": (answer) => answer.status === 200 && Boolean(member(answer, "xactionId")),
  });
  if (isAccepted) {
    accepted.add(1);
    return;
  }
  const isUnknown = response.status === 0 || response.status === 200 || response.status >= 500;
  (isUnknown ? unknown : refused).add(1);
  fail(`record ${place}: ${response.status} ${response.body}`);
}
"#;
