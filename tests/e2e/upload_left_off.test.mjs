// Uploads whose page was closed, and browsers that keep nothing.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { control, fill, fillAll, openConsole, settle } from './person.mjs';
import { scene } from './scene.mjs';
import {
  begin,
  chooseFile,
  counts,
  found,
  goOnToChoice,
  lines,
  numbered,
  openSendPage,
  sendAll,
  steer,
  untilCounts,
  untilStanding,
} from './upload.mjs';

const failing = { failsOnPurpose: true };

const left = (page) => page.locator('main section', { has: page.locator('#left-title') });

/** Begins an upload of so many records and leaves it half-way by loading the page anew. */
async function leaveHalfWay({ page, emulator }, count = 400, give) {
  const inlet = await openSendPage(page, emulator);
  await (give ?? (() => chooseFile(page, 'orders.ndjson', lines(numbered(count)))))();
  await found(page, `${count} records`);
  await fillAll(page, { mode: 'batch', batchSize: '10', ratePerSecond: '100' });
  await begin(page);
  await untilCounts(page, (now) => now.accepted >= 50);
  await emulator.switchFaults({ delayMs: 1_000, where: 'inlets' });
  await page.waitForTimeout(600);
  await page.reload();
  await settle(page);
  await emulator.switchFaults({});
  return inlet;
}

scene('an upload that was left off goes on, and nothing is lost', failing, async (given) => {
  const { page, emulator } = given;
  const inlet = await leaveHalfWay(given);
  await left(page).getByText('orders.ndjson: 400 records').waitFor();
  const before = (await emulator.received(inlet.inletId)).count;
  await left(page).getByRole('button', { name: 'Open' }).click();
  await untilStanding(page, 'Left off');
  await page.waitForFunction(() => document.activeElement.id === 'upload-title');
  const opened = await counts(page);
  assert.ok(opened.accepted >= 50 && opened.waiting > 0, JSON.stringify(opened));
  await page.getByText('may have been received already').waitFor();
  await page.waitForTimeout(500);
  assert.equal((await emulator.received(inlet.inletId)).count, before, 'nothing is sent unasked');
  const asked = await goOnToChoice(page);
  const once = await emulator.received(inlet.inletId);
  assert.equal(once.duplicateValues, 0, 'nothing was sent twice unasked');
  await steer(page, 'Send these again');
  const { accepted } = await untilCounts(page, (now) => now.waiting === 0);
  assert.equal(accepted, 400);
  assert.ok((await emulator.received(inlet.inletId)).duplicateValues <= asked.waiting);
  const received = await emulator.received(inlet.inletId);
  assert.deepEqual(received.ranges, [[0, 399]]);
  await untilStanding(page, 'Finished');
  await page.reload();
  await settle(page);
  await page.waitForTimeout(500);
  assert.equal(await left(page).count(), 0, 'what is over leaves nothing');
});

scene('what was changed on the way is still so after a reload', failing, async ({ page, emulator }) => {
  const inlet = await openSendPage(page, emulator);
  await chooseFile(page, 'orders.ndjson', lines(numbered(400)));
  await found(page, '400 records');
  await fillAll(page, { mode: 'batch', batchSize: '10', ratePerSecond: '100' });
  await begin(page);
  await untilCounts(page, (now) => now.accepted >= 20);
  await steer(page, 'Pause');
  await fillAll(page, { presentRatePerSecond: '77', presentConcurrency: '3' });
  await page.keyboard.press('Tab');
  await page.waitForTimeout(300);
  await page.reload();
  await settle(page);
  await left(page).getByRole('button', { name: 'Open' }).click();
  await untilStanding(page, 'Left off');
  const value = (name) => control(page, name).inputValue();
  assert.deepEqual([await value('presentRatePerSecond'), await value('presentConcurrency')], ['77', '3']);
  const before = (await emulator.received(inlet.inletId)).count;
  await fill(page, 'presentRatePerSecond', '1000');
  await page.keyboard.press('Tab');
  await page.waitForTimeout(500);
  await untilStanding(page, 'Left off');
  assert.equal((await emulator.received(inlet.inletId)).count, before, 'nothing is sent unasked');
});

scene('a template goes on with the same records', failing, async (given) => {
  const { page, emulator } = given;
  const inlet = await leaveHalfWay(given, 300, async () => {
    await fill(page, 'records', '{"seq":{{seq}},"id":"{{uuid}}","at":{{now}}}');
    await fill(page, 'count', '300');
    await page.keyboard.press('Tab');
  });
  await left(page).getByRole('button', { name: 'Open' }).click();
  await untilStanding(page, 'Left off');
  await goOnToChoice(page);
  await steer(page, 'Send these again');
  const { accepted } = await untilCounts(page, (now) => now.waiting === 0);
  assert.equal(accepted, 300);
  assert.equal((await emulator.received(inlet.inletId)).distinct, 300);
});

scene('an upload that was left off is discarded', failing, async (given) => {
  const { page, emulator } = given;
  const inlet = await leaveHalfWay(given);
  const before = (await emulator.received(inlet.inletId)).count;
  await left(page).getByRole('button', { name: 'Discard' }).click();
  await left(page).getByRole('button', { name: 'Discard for good' }).click();
  await left(page).waitFor({ state: 'detached' });
  await page.reload();
  await settle(page);
  await page.waitForTimeout(500);
  assert.equal(await left(page).count(), 0);
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open('flow-console');
    const database = await new Promise((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const counts = [];
    for (const store of ['uploads', 'sources', 'settlements']) {
      const count = database.transaction(store).objectStore(store).count();
      counts.push(await new Promise((resolve) => {
        count.onsuccess = () => resolve(count.result);
      }));
    }
    database.close();
    return counts;
  });
  assert.deepEqual(kept, [0, 0, 0]);
  assert.equal((await emulator.received(inlet.inletId)).count, before);
});

/** Runs in the page before anything of its own. */
function denyDatabase() {
  Object.defineProperty(window, 'indexedDB', {
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}

/** Runs in the page before anything of its own: nothing more fits in. */
function fillDatabase() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (this.name === 'sources') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    return put.call(this, value, key);
  };
}

for (const [what, spoil, words] of [
  ['a browser that keeps nothing', denyDatabase, 'The browser keeps nothing for this page'],
  ['a browser without room', fillDatabase, 'The browser has no room for these records'],
]) {
  scene(`${what} sends all the same, and says so`, async ({ page, context, emulator }) => {
    await context.addInitScript(spoil);
    const inlet = await openSendPage(page, emulator);
    await fill(page, 'records', lines(numbered(300)));
    await found(page, '300 records');
    await fillAll(page, { mode: 'batch', batchSize: '10' });
    const { accepted } = await sendAll(page);
    assert.equal(accepted, 300);
    await page.getByText(words).waitFor();
    assert.equal((await emulator.received(inlet.inletId)).count, 300);
  });
}
