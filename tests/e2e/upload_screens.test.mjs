// What an upload looks like in its states: accessible in both languages and both themes, and no wider than a phone.

import { STILL, lookAt, lookOnceAt } from './barriers.mjs';
import { fillAll, settle } from './person.mjs';
import { scene } from './scene.mjs';
import { begin, chooseFile, found, lines, numbered, openSendPage, sendAll, steer, untilCounts } from './upload.mjs';

const failing = { ...STILL, failsOnPurpose: true };

const upload = (page) => page.locator('main .upload');

/** Some records, of which every fifth is refused. */
async function sendSome({ page, emulator }) {
  await openSendPage(page, emulator);
  await emulator.switchFaults({ refuseEvery: 5, where: 'inlets' });
  await chooseFile(page, 'some.ndjson', lines(numbered(200)));
  await found(page, '200 records');
  await fillAll(page, { mode: 'batch', batchSize: '20' });
  await sendAll(page);
  await upload(page).locator('table tbody th button').first().waitFor();
}

/** Begins slowly, and stays on the way. */
async function beginSlowly({ page, emulator }) {
  await openSendPage(page, emulator);
  await chooseFile(page, 'slow.ndjson', lines(numbered(400)));
  await found(page, '400 records');
  await fillAll(page, { mode: 'batch', batchSize: '10', ratePerSecond: '50' });
  await begin(page);
  await untilCounts(page, (now) => now.accepted >= 20);
}

scene('an upload that is over, with refused records', failing, async (given) => {
  await sendSome(given);
  await lookAt(given.page);
});

scene('one of its records', failing, async (given) => {
  const { page } = given;
  await sendSome(given);
  await upload(page).locator('.reasons button').click();
  await upload(page).locator('table .badge.bad').first().waitFor();
  await upload(page).locator('table tbody th button').first().click();
  await page.locator('#record-dialog').getByText('"seq"').first().waitFor();
  await lookOnceAt(page);
});

scene('an upload that pauses', failing, async (given) => {
  await beginSlowly(given);
  await steer(given.page, 'Pause');
  await lookAt(given.page);
});

scene('an upload that was left off', failing, async (given) => {
  const { page } = given;
  await beginSlowly(given);
  await page.reload();
  await settle(page);
  await page.locator('main').getByText('slow.ndjson').first().waitFor();
  await lookAt(page);
});
