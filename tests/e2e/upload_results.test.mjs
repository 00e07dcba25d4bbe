// What became of every record: reasons, filters, one record with its answer, files, and the refused once more.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { control, fill, fillAll } from './person.mjs';
import { scene } from './scene.mjs';
import {
  chooseFile,
  counts,
  found,
  lines,
  numbered,
  openSendPage,
  sendAll,
  sent,
  untilCounts,
  begin,
} from './upload.mjs';

const upload = (page) => page.locator('main .upload');
const rows = (page) => upload(page).locator('table tbody:not(.space) tr');

/** The file that a button gives. */
async function download(page, name) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    upload(page).getByRole('button', { name }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** Cells of a line; none before the last one, which is the reason, has a comma in it. */
const cells = (line) => line.split(',', 7);

/** A thousand records, every fifth of which is refused. */
async function sendThousand({ page, emulator }) {
  const inlet = await openSendPage(page, emulator);
  await emulator.switchFaults({ refuseEvery: 5, where: 'inlets' });
  await chooseFile(page, 'thousand.ndjson', lines(numbered(1_000, { note: 'a, "b"' })));
  await found(page, '1,000 records');
  await fillAll(page, { mode: 'batch', batchSize: '50' });
  const { accepted, refused } = await sendAll(page);
  assert.deepEqual([accepted, refused], [800, 200]);
  await emulator.switchFaults({});
  return inlet;
}

scene('reasons and outcomes are filters', async (given) => {
  const { page } = given;
  await sendThousand(given);
  await rows(page).first().waitFor();
  assert.ok((await rows(page).count()) < 100, 'only what is seen is drawn');
  const reason = upload(page).locator('.reasons button');
  assert.match(await reason.innerText(), /^200/);
  await reason.click();
  assert.equal(await reason.getAttribute('aria-pressed'), 'true');
  await rows(page).first().locator('.badge.bad').waitFor();
  assert.equal(await rows(page).locator('.badge.good').count(), 0);
  await upload(page).locator('.category', { hasText: 'Accepted' }).click();
  await rows(page).first().locator('.badge.good').waitFor();
  assert.equal(await rows(page).locator('.badge.bad').count(), 0);
  await upload(page).locator('.category', { hasText: 'Waiting' }).click();
  await upload(page).getByText('No record with this outcome.').waitFor();
  await upload(page).locator('.category', { hasText: 'All' }).click();
  await rows(page).first().waitFor();
});

scene('the last record is reached, and shows what was sent and answered', async (given) => {
  const { page, context } = given;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await sendThousand(given);
  await upload(page).locator('.reasons button').click();
  await rows(page).first().locator('.badge.bad').waitFor();
  const number = await rows(page).first().locator('th button').innerText();
  await rows(page).first().locator('th button').click();
  const dialog = page.locator('#record-dialog');
  const seq = Number(number.replace(',', '')) - 1;
  await dialog.getByText(`"seq": ${seq}`).waitFor();
  const text = await dialog.innerText();
  for (const word of ['Refused', 'unknown xdm format', 'HTTP 207', '"statusCode": 400']) {
    assert.ok(text.includes(word), `${word} in\n${text}`);
  }
  await dialog.getByRole('button', { name: 'Copy as cURL' }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('curl'));
  const command = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(command.includes('/collection/') && command.includes(`"seq": ${seq}`), command);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

scene('files of the outcomes and of the refused records', async (given) => {
  const { page } = given;
  await sendThousand(given);
  const outcomes = await download(page, 'Outcomes (CSV)');
  assert.equal(outcomes.name, 'outcomes.csv');
  const [head, ...table] = outcomes.text.trim().split('\n');
  assert.equal(head, 'record,line,outcome,status,xactionId,latencyMs,mayBeReceived,reason');
  assert.equal(table.length, 1_000);
  const told = table.map(cells);
  assert.ok(told.every(([record, line], place) => record === `${place + 1}` && line === record));
  const refusedRecords = told.filter(([, , outcome]) => outcome === 'refused').map(([record]) => Number(record) - 1);
  assert.equal(refusedRecords.length, 200);

  const refused = await download(page, 'Refused records (NDJSON)');
  assert.equal(refused.name, 'refused.ndjson');
  const records = refused.text.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(records, refusedRecords.map((seq) => ({ seq, note: 'a, "b"' })));
});

scene('the refused are edited and sent once more', async (given) => {
  const { page, emulator, journal, turnPage } = given;
  const inlet = await sendThousand(given);
  await upload(page).getByRole('button', { name: 'Edit and resend the refused' }).click();
  await found(page, '200 records');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'records');
  const text = await control(page, 'records').inputValue();
  await fill(page, 'records', text.replaceAll('"a, ', '"mended, '));
  await found(page, '200 records');
  await page.waitForTimeout(400);
  turnPage();
  const { total, accepted } = await sendAll(page);
  assert.deepEqual([total, accepted], [200, 200]);
  assert.ok(sent(journal(), inlet).every(({ note }) => note.startsWith('mended')));
  const { distinct, duplicateValues } = await emulator.received(inlet.inletId);
  assert.deepEqual([distinct, duplicateValues], [1_000, 0]);
});

scene('what comes next, and where else it could be done', async (given) => {
  const { page } = given;
  const { flow } = await sendThousand(given);
  const next = upload(page).getByRole('link', { name: 'See the dataflow’s runs' });
  assert.ok((await next.getAttribute('href')).includes(flow));
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByText('Beyond a browser tab', { exact: true }).click();
      await page.locator('main .elsewhere').getByRole('button', { name: 'Download' }).first().click();
    })(),
  ]);
  assert.equal(file.suggestedFilename(), 'aep-sink.json');
  const script = await page.locator('main .elsewhere pre').last().innerText();
  assert.ok(script.includes('/collection/batch/') && !script.includes('Bearer Token-of'), script);
  await next.click();
  await page.waitForURL(`**/#/dataflows/${flow}*`);
});

scene('the numbers add up at every moment of a long upload', async ({ page, emulator }) => {
  await openSendPage(page, emulator);
  await emulator.switchFaults({ refuseEvery: 3, delayMs: 20, where: 'inlets' });
  await chooseFile(page, 'many.ndjson', lines(numbered(6_000)));
  await found(page, '6,000 records');
  await fillAll(page, { mode: 'batch', batchSize: '50' });
  await begin(page);
  let last = await counts(page);
  let moments = 0;
  await untilCounts(page, (now) => {
    moments += 1;
    assert.ok(now.accepted >= last.accepted && now.refused >= last.refused && now.waiting <= last.waiting);
    last = now;
    return now.waiting === 0;
  });
  assert.ok(moments > 5, `${moments} moments`);
  assert.deepEqual([last.accepted, last.refused], [4_000, 2_000]);
});
