// A hundred thousand records through every fault and a reload in the middle: what the page counts and what the
// emulator received agree record by record.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { fillAll, settle } from './person.mjs';
import { scene } from './scene.mjs';
import {
  begin,
  chooseFile,
  counts,
  endConnections,
  found,
  goOnWithAll,
  lines,
  numbered,
  openSendPage,
  standing,
  steer,
  untilCounts,
  untilStanding,
} from './upload.mjs';

const COUNT = 100_000;
const PATIENCE_MS = 120_000;

/** What a tenth of the requests meets, one after the other; and messages that are refused for good. */
const FAULTS = [
  { throttled: true, retryAfterSeconds: 1 },
  { serverError: true },
  { shortBatchReply: true },
  { unavailable: true, retryAfterSeconds: 1 },
  { throttledWithoutRetryAfter: true },
  { dropped: true },
  { droppedAnswer: true },
];

/** The outcomes as the page writes them into a file. */
async function outcomes(page) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main .upload').getByRole('button', { name: 'Outcomes (CSV)' }).click(),
  ]);
  const [, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  return rows.map((row) => {
    const [record, , outcome, status, , , mayBeReceived] = row.split(',', 7);
    return { seq: Number(record) - 1, outcome, status, mayBeReceived: mayBeReceived === 'true' };
  });
}

scene('a hundred thousand records, ten faults in a hundred, and a reload', {
  failsOnPurpose: true,
  longestMs: 300_000,
}, async ({ page, emulator }) => {
  const { inletId } = await openSendPage(page, emulator);
  await chooseFile(page, 'many.ndjson', lines(numbered(COUNT, { text: 'x'.repeat(60) })));
  await found(page, '100,000 records');
  await fillAll(page, { mode: 'batch', batchSize: '100', concurrency: '4', ratePerSecond: '8000' });
  const begun = Date.now();

  // Each fault has its share of the way. The lost ones only hit connections that were never used before.
  const meet = async (fault, upTo) => {
    await emulator.switchFaults({ ...fault, share: 10, refuseEvery: 97, where: 'inlets' });
    await untilCounts(page, (now) => now.total - now.waiting >= upTo, PATIENCE_MS);
  };
  const share = COUNT / (FAULTS.length + 2);
  await emulator.switchFaults({ refuseEvery: 97, where: 'inlets' });
  await begin(page);
  for (const [place, fault] of FAULTS.entries()) {
    if (fault.dropped || fault.droppedAnswer) {
      await steer(page, 'Pause');
      await untilStanding(page, 'Paused');
      await page.waitForTimeout(300);
      await emulator.switchFaults({ ...fault, share: 10, refuseEvery: 97, where: 'inlets' });
      await endConnections(page, emulator);
      await steer(page, 'Go on');
    }
    await meet(fault, share * (place + 1));
  }
  await emulator.switchFaults({ refuseEvery: 97, delayMs: 300, where: 'inlets' });
  await page.waitForTimeout(200);
  const before = await counts(page);
  await page.reload();
  await settle(page);
  await emulator.switchFaults({ refuseEvery: 97, where: 'inlets' });

  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await untilStanding(page, 'Left off');
  const opened = await counts(page);
  assert.ok(opened.waiting > 0 && opened.accepted > 0, JSON.stringify({ before, opened }));
  await goOnWithAll(page, PATIENCE_MS);
  const end = await untilCounts(page, (now) => now.waiting === 0, PATIENCE_MS);
  await untilStanding(page, 'Finished');
  const seconds = (Date.now() - begun) / 1000;

  const received = await emulator.received(inletId);
  const table = await outcomes(page);
  assert.equal(table.length, COUNT);
  const of = (outcome) => table.filter((row) => row.outcome === outcome);
  assert.deepEqual([of('accepted').length, of('refused').length], [end.accepted, end.refused]);
  assert.equal(end.accepted + end.refused, COUNT);

  const arrived = new Uint8Array(COUNT);
  for (const [first, last] of received.ranges) arrived.fill(1, first, last + 1);
  const lost = of('accepted').filter(({ seq }) => !arrived[seq]);
  assert.deepEqual(lost, [], 'every accepted record arrived');
  const untold = of('refused').filter(({ seq, mayBeReceived }) => arrived[seq] && !mayBeReceived);
  assert.deepEqual(untold, [], 'no refused record arrived, but for those that are said to have perhaps');
  const surplus = of('refused').filter(({ seq }) => arrived[seq]).length;
  assert.equal(received.distinct, end.accepted + surplus);

  const perhaps = new Set(table.filter(({ mayBeReceived }) => mayBeReceived).map(({ seq }) => seq));
  assert.equal(received.duplicates.length, received.duplicateValues, 'all of them are told');
  const unsaid = received.duplicates.filter(({ value }) => !perhaps.has(value));
  assert.deepEqual(unsaid, [], 'every record that is there twice was said to be so perhaps');
  console.log(
    `${COUNT} records in ${seconds.toFixed(1)} s: ${end.accepted} accepted, ${end.refused} refused,`,
    `${perhaps.size} perhaps twice, ${received.duplicateValues} really (${await standing(page).innerText()})`,
  );
});
