// What inlets and networks do to an upload: each fault is waited out, explained or left to the reader, and the
// numbers add up at every moment.

import assert from 'node:assert/strict';

import {
  control,
  fill,
  fillAll,
  openConsole,
  output,
  submit,
  useLiveEnvironment,
} from './person.mjs';
import { scene } from './scene.mjs';
import {
  begin,
  counts,
  endConnections,
  found,
  lines,
  numbered,
  openSendPage,
  requestsTo,
  sendAll,
  sent,
  standing,
  steer,
  untilCounts,
  untilStanding,
  visitSendPage,
} from './upload.mjs';

const failing = { failsOnPurpose: true };

const RECORDS = numbered(100);

/** A hundred records, ready to be sent in batches of ten. */
async function ready(page, emulator, settings = {}) {
  const inlet = await openSendPage(page, emulator, settings);
  await fill(page, 'records', lines(RECORDS));
  await found(page, '100 records');
  await fillAll(page, { mode: 'batch', batchSize: '10' });
  return inlet;
}

/** Every record was accepted once. */
async function expectAllOnce(page, emulator, { inletId }) {
  const { accepted } = await untilCounts(page, (now) => now.waiting === 0);
  assert.equal(accepted, 100);
  const { count, ranges } = await emulator.received(inletId);
  assert.deepEqual({ count, ranges }, { count: 100, ranges: [[0, 99]] });
}

/** The words by which the page explains what it waits for. */
const explained = (page, text) => page.locator('main .upload .notice', { hasText: text }).first().waitFor();

for (const [fault, words] of [
  ['throttled', 'The inlet takes no more just now (429)'],
  ['unavailable', 'The inlet takes no more just now (503)'],
  ['throttledWithoutRetryAfter', 'The inlet asked for a pause'],
  ['serverError', 'The inlet asked for a pause'],
]) {
  scene(`${fault} is waited out`, failing, async ({ page, emulator, journal }) => {
    const inlet = await ready(page, emulator);
    await emulator.switchFaults({ [fault]: true, retryAfterSeconds: 1, where: 'inlets' });
    await begin(page);
    await explained(page, words);
    assert.equal((await counts(page)).waiting, 100);
    await emulator.switchFaults({});
    await expectAllOnce(page, emulator, inlet);
    assert.ok(requestsTo(journal(), inlet).length < 30, 'nothing is asked over and over');
  });
}

scene('a lost network is waited for, and sending goes on by itself', failing, async (given) => {
  const { page, context, emulator } = given;
  const inlet = await ready(page, emulator);
  await fill(page, 'ratePerSecond', '40');
  await begin(page);
  await untilCounts(page, (now) => now.accepted > 0);
  await context.setOffline(true);
  await explained(page, 'The inlet cannot be reached');
  const { accepted } = await counts(page);
  await page.waitForTimeout(500);
  assert.equal((await counts(page)).accepted, accepted);
  await context.setOffline(false);
  await untilCounts(page, (now) => now.waiting === 0);
  const { distinct } = await emulator.received(inlet.inletId);
  assert.equal(distinct, 100);
});

scene('answers that are lost are sent again, and the page says so', failing, async ({ page, emulator }) => {
  const inlet = await ready(page, emulator);
  await emulator.switchFaults({ droppedAnswer: true, where: 'inlets' });
  await begin(page);
  await explained(page, 'may have been received already');
  await emulator.switchFaults({});
  const { accepted } = await untilCounts(page, (now) => now.waiting === 0);
  assert.equal(accepted, 100);
  const { distinct, duplicateValues } = await emulator.received(inlet.inletId);
  assert.equal(distinct, 100);
  assert.ok(duplicateValues > 0, 'some were received without an answer');
  await page.locator('main .upload table .badge', { hasText: 'may have been received' }).first().waitFor();
});

scene('unless they are left to the reader', failing, async ({ page, emulator }) => {
  const inlet = await ready(page, emulator);
  await fill(page, 'resendUnanswered', false);
  // The first request asks the browser's question before it, on a connection of its own.
  await fill(page, 'concurrency', '2');
  await emulator.switchFaults({ droppedAnswer: true, share: 50, where: 'inlets' });
  await endConnections(page, emulator);
  await begin(page);
  const again = page.getByRole('button', { name: 'Send these again' });
  await untilStanding(page, 'Waiting');
  await emulator.switchFaults({});
  await page.locator('main .upload .notice', { hasText: 'All that is left was sent without a result' }).waitFor();
  const { accepted, waiting } = await counts(page);
  const before = await emulator.received(inlet.inletId);
  assert.deepEqual([before.count, before.distinct], [100, 100], 'nothing was sent twice');
  assert.ok(waiting > 0 && accepted > 0, `${accepted} accepted, ${waiting} waiting`);
  await again.click();
  await untilCounts(page, (now) => now.accepted === 100);
  const after = await emulator.received(inlet.inletId);
  assert.deepEqual([after.distinct, after.duplicateValues], [100, waiting], 'only what was left is there twice');
});

scene('an answer that is too short never becomes a green total', failing, async ({ page, emulator }) => {
  const inlet = await ready(page, emulator);
  await fill(page, 'resendUnanswered', false);
  await emulator.switchFaults({ shortBatchReply: true, where: 'inlets' });
  await begin(page);
  await untilStanding(page, 'Waiting');
  const { accepted, waiting } = await counts(page);
  const { distinct } = await emulator.received(inlet.inletId);
  assert.ok(accepted < 100 && waiting > 0, `${accepted} accepted, ${waiting} waiting`);
  assert.ok(accepted <= distinct, 'what counts as accepted was');
});

scene('refused records of a batch have a reason each', failing, async ({ page, emulator }) => {
  const inlet = await ready(page, emulator);
  await emulator.switchFaults({ refuseEvery: 7, where: 'inlets' });
  const { accepted, refused } = await sendAll(page);
  assert.deepEqual([accepted, refused], [86, 14]);
  assert.equal((await emulator.received(inlet.inletId)).count, 86);
  const reason = page.locator('main .upload .reasons li');
  assert.equal(await reason.count(), 1, 'equal reasons are one');
  assert.match(await reason.innerText(), /^14\s+.*unknown xdm format/s);
});

scene('a token that expires pauses, and a new one lets it go on', failing, async ({ page, emulator }) => {
  const inlet = await ready(page, emulator, { authenticated: true });
  await fill(page, 'ratePerSecond', '50');
  await begin(page);
  await untilCounts(page, (now) => now.accepted >= 10);
  await emulator.switchFaults({ expiredToken: true, where: 'inlets' });
  await explained(page, '(401)');
  const { accepted } = await counts(page);
  assert.ok(accepted < 100);
  await emulator.switchFaults({});
  await useLiveEnvironment(page, emulator, { token: 'A-newer-token' });
  await visitSendPage(page, inlet);
  assert.equal((await counts(page)).accepted, accepted, 'nothing goes on by itself');
  await steer(page, 'Go on');
  await expectAllOnce(page, emulator, inlet);
});

scene('validation before the answer names what is wrong', failing, async ({ page, emulator }) => {
  await openSendPage(page, emulator);
  await fill(page, 'records', '{"seq":0,"timestamp":"yesterday"}');
  await found(page, '1 record');
  await fillAll(page, { mode: 'single', syncValidation: true });
  const { refused } = await sendAll(page);
  assert.equal(refused, 1);
  assert.match(await page.locator('main .upload .reasons').innerText(), /timestamp/);
  await fill(page, 'records', '{"seq":1,"timestamp":"2026-01-02T03:04:05Z"}');
  await sendAll(page);
  await output(page, 'xactionId');
});

scene('validation that an inlet does not have is explained', failing, async ({ page, emulator }) => {
  const inlet = await openSendPage(page, emulator);
  await emulator.switchFaults({ noSyncValidation: true, where: 'inlets' });
  await fill(page, 'records', lines(numbered(3)));
  await found(page, '3 records');
  await fillAll(page, { mode: 'single', syncValidation: true });
  await begin(page);
  await explained(page, 'cannot validate before it answers (501)');
  assert.equal((await counts(page)).waiting, 3);
  assert.equal((await emulator.received(inlet.inletId)).count, 0);
});

scene('pause, go on, stop and go on', async ({ page, emulator }) => {
  const inlet = await ready(page, emulator);
  await fillAll(page, { ratePerSecond: '40' });
  await begin(page);
  await untilCounts(page, (now) => now.accepted >= 10);
  await steer(page, 'Pause');
  await untilStanding(page, 'Paused');
  await page.waitForTimeout(300);
  const paused = await counts(page);
  await page.waitForTimeout(800);
  assert.deepEqual(await counts(page), paused);
  assert.equal((await emulator.received(inlet.inletId)).count, paused.accepted);
  await steer(page, 'Go on');
  await untilCounts(page, (now) => now.accepted > paused.accepted);
  await steer(page, 'Stop');
  await untilStanding(page, 'Stopped');
  const stopped = await counts(page);
  assert.ok(stopped.waiting > 0);
  assert.equal((await emulator.received(inlet.inletId)).count, stopped.accepted);
  await fill(page, 'presentRatePerSecond', '');
  await page.keyboard.press('Tab');
  await steer(page, 'Go on');
  await expectAllOnce(page, emulator, inlet);
  await untilStanding(page, 'Finished');
});

scene('the rate changes while it runs, and it runs while the page is elsewhere', async ({ page, emulator }) => {
  const inlet = await ready(page, emulator);
  await fillAll(page, { ratePerSecond: '10', batchSize: '5' });
  await begin(page);
  await untilCounts(page, (now) => now.accepted >= 5);
  await openConsole(page, '#/requests');
  const before = (await emulator.received(inlet.inletId)).count;
  await page.waitForTimeout(2_000);
  const after = (await emulator.received(inlet.inletId)).count;
  assert.ok(after > before && after - before <= 35, `${after - before} in 2 s at 10 a second`);
  await visitSendPage(page, inlet);
  assert.equal(await standing(page).innerText(), 'Sending');
  assert.ok((await counts(page)).accepted >= after);
  await fill(page, 'presentRatePerSecond', '1000');
  await page.keyboard.press('Tab');
  const changed = Date.now();
  await expectAllOnce(page, emulator, inlet);
  assert.ok(Date.now() - changed < 5_000);
});

scene('a second upload waits for the first', async ({ page, emulator }) => {
  await ready(page, emulator);
  await fill(page, 'ratePerSecond', '10');
  await begin(page);
  await untilCounts(page, (now) => now.accepted >= 10);
  await submit(page);
  await page.locator('main [role="alert"]', { hasText: 'under way' }).waitFor();
  await steer(page, 'Stop');
  await page.locator('main [role="alert"]').waitFor({ state: 'detached' });
});

scene('one record that fails is an alert with its cause', failing, async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  await emulator.switchFlow(inlet.flow, false);
  await fill(page, 'records', '{"seq":0}');
  await found(page, '1 record');
  await begin(page);
  await page.locator('main [role="alert"]', { hasText: 'is disabled' }).waitFor();
  assert.equal((await counts(page)).refused, 1);
  assert.equal(sent(journal(), inlet).length, 1);
  assert.equal(await control(page, 'records').inputValue(), '{"seq":0}');
});
