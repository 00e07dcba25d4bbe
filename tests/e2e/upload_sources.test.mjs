// Records in: typed, chosen or dropped, in every format, recognised or overruled; made from templates; in envelopes.

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';

import { caller, control, fill, fillAll, output, submit, typed } from './person.mjs';
import { scene } from './scene.mjs';
import { DATASET } from './streaming.mjs';
import {
  chooseFile,
  counts,
  found,
  lines,
  numbered,
  openSendPage,
  requestsTo,
  SCHEMA,
  sendAll,
  sent,
} from './upload.mjs';

const RECORDS = [
  { seq: 0, name: 'Ada', tags: ['a', null], price: 1.1 },
  { seq: 1, name: 'Grüße, “Ω”', deep: { a: { b: [1, 2.5e3] } } },
  { seq: 2, name: '', big: 12345678901234567 },
];

const TABLE = [
  ['seq', 'first', 'price', 'is_new', 'note'],
  ['0', 'Ada', '1.50', 'true', 'one, two'],
  ['1', 'Bo', '20', 'false', ''],
];

const ROWS = [
  { seq: 0, first: 'Ada', price: 1.5, is_new: true, note: 'one, two' },
  { seq: 1, first: 'Bo', price: 20, is_new: false },
];

const quoted = (cell) => (/[,"]/.test(cell) ? `"${cell}"` : cell);
const csv = (rows) => rows.map((row) => row.map(quoted).join(',')).join('\r\n');
const tsv = (rows) => rows.map((row) => row.join('\t')).join('\n');

/** What is given, what it is recognised as, and the records in it. */
const given = {
  'one object over several lines': [JSON.stringify(RECORDS[0], null, 2), 'JSON object', [RECORDS[0]]],
  'an array': [JSON.stringify(RECORDS, null, 2), 'JSON array', RECORDS],
  'one object a line': [`${lines(RECORDS)}\n\n`, 'NDJSON', RECORDS],
  'a table with commas': [csv(TABLE), 'CSV', ROWS],
  'a table with tabs': [tsv(TABLE), 'TSV', ROWS],
};

for (const [what, [text, name, records]] of Object.entries(given)) {
  scene(`${what}, typed and as a file`, async ({ page, emulator, journal, turnPage }) => {
    const inlet = await openSendPage(page, emulator);
    for (const give of [() => fill(page, 'records', text), () => chooseFile(page, 'records.txt', text)]) {
      turnPage();
      await give();
      const word = records.length === 1 ? '1 record' : `${records.length} records`;
      await found(page, word);
      const recognised = await control(page, 'readAs').locator('option').first().textContent();
      assert.ok(recognised.startsWith(name), `${recognised} is ${name}`);
      const { accepted } = await sendAll(page);
      assert.equal(accepted, records.length);
      assert.deepEqual(sent(journal(), inlet), records);
    }
  });
}

scene('compressed lines, whatever the file is called', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  const records = numbered(5_000, { text: 'x'.repeat(40) });
  await chooseFile(page, 'records.bin', gzipSync(lines(records)));
  await found(page, '5,000 records');
  await sendAll(page);
  assert.deepEqual(sent(journal(), inlet).toSorted((one, other) => one.seq - other.seq), records);
});

scene('a file that is dropped', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'orders.ndjson'));
    return data;
  }, lines(RECORDS));
  const editor = page.locator('#field-records');
  await editor.dispatchEvent('dragover', { dataTransfer: transfer });
  await editor.dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByText('orders.ndjson', { exact: false }).first().waitFor();
  await sendAll(page);
  assert.deepEqual(sent(journal(), inlet), RECORDS);
  await page.getByRole('button', { name: 'Remove file' }).click();
  await control(page, 'records').waitFor();
});

scene('columns go where they are told', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  await chooseFile(page, 'people.csv', 'seq,first,last,zip,secret\n0,Ada,Lovelace,01234,x\n1,Bo,Diddley,,y\n');
  await found(page, '2 records');
  const change = async (name, value) => {
    await fill(page, name, value);
    await page.keyboard.press('Tab');
  };
  await change('columns/1/path', 'person.name.first');
  await change('columns/2/path', 'person.name.last');
  assert.equal(await control(page, 'columns/3/kind').inputValue(), '0', 'what begins with 0 is no number');
  await fill(page, 'columns/0/kind', '0');
  await fill(page, 'columns/4/sent', false);
  await page.waitForFunction(() => !document.querySelector('.records')?.textContent.includes('Reading…'));
  await sendAll(page);
  assert.deepEqual(sent(journal(), inlet), [
    { seq: '0', person: { name: { first: 'Ada', last: 'Lovelace' } }, zip: '01234' },
    { seq: '1', person: { name: { first: 'Bo', last: 'Diddley' } } },
  ]);
});

scene('lines that cannot be read are listed, and the rest goes on', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  await fill(page, 'records', '{"seq":0}\n{"seq":\n[1]\n{"seq":3}\nseq 4\n');
  await found(page, '2 records');
  const list = page.locator('main .records details', { hasText: 'cannot be read' });
  const text = await list.innerText();
  for (const line of ['Line 2', 'Line 3', 'Line 5']) assert.ok(text.includes(line), `${line} in ${text}`);
  assert.ok(text.includes('3 entries cannot be read and will be left out'), text);
  await sendAll(page);
  assert.deepEqual(sent(journal(), inlet), [{ seq: 0 }, { seq: 3 }]);
  // The results name the lines of the file.
  const numbers = await page.locator('main .upload table tbody tr td:nth-child(2)').allInnerTexts();
  assert.deepEqual(numbers.slice(0, 2), ['1', '4']);
});

scene('a format that is overruled', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  await fill(page, 'records', 'seq;price\n0;1,5\n1;2\n');
  await found(page, '2 records');
  await fill(page, 'readAs', '3');
  await page.waitForFunction(() => document.querySelector('main .columns tbody')?.rows.length === 1);
  await fill(page, 'readAs', '4');
  await page.waitForFunction(() => document.querySelector('main .columns tbody')?.rows.length === 2);
  await sendAll(page);
  assert.deepEqual(sent(journal(), inlet), [{ seq: 0, price: '1,5' }, { seq: 1, price: '2' }]);
});

scene('the same seed makes the same records', async ({ page, emulator, journal, turnPage }) => {
  const inlet = await openSendPage(page, emulator);
  const template =
    '{"seq":{{seq}},"id":"{{uuid}}","who":"{{name}}","mail":"{{email}}",' +
    '"n":{{int 1 100}},"c":"{{pick a b c}}"}';
  const made = async (count, seed) => {
    turnPage();
    await fill(page, 'records', template);
    await control(page, 'seed').waitFor();
    for (const [name, value] of Object.entries({ count, seed })) {
      await fill(page, name, value);
      await page.keyboard.press('Tab');
    }
    await found(page, `${count} records`);
    await page.waitForTimeout(400);
    await sendAll(page);
    return sent(journal(), inlet).toSorted((one, other) => one.seq - other.seq);
  };
  const first = await made('300', '7');
  assert.equal(first.length, 300);
  assert.equal(new Set(first.map(({ id }) => id)).size, 300);
  for (const { n, c, mail } of first) {
    assert.ok(n >= 1 && n <= 100 && 'abc'.includes(c) && mail.includes('@'), JSON.stringify({ n, c, mail }));
  }
  assert.deepEqual(await made('300', '7'), first);
  assert.notDeepEqual(await made('300', '8'), first);
});

scene('every sample is a template that can be sent', async ({ page, emulator }) => {
  await openSendPage(page, emulator);
  const names = await control(page, 'sample').locator('option').count();
  assert.ok(names > 5, `${names} samples`);
  for (let position = 0; position < names - 1; position += 1) {
    await fill(page, 'sample', String(position));
    await page.waitForTimeout(300);
    const { accepted, total } = await sendAll(page);
    assert.ok(total > 0 && accepted === total, `sample ${position}: ${accepted} of ${total}`);
  }
});

scene('the envelope comes from the dataflow’s target connection', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator, { format: 'xdm' });
  await page.waitForFunction((id) => document.querySelector('[name="datasetId"]')?.value === id, DATASET);
  await fill(page, 'records', lines([{ seq: 0, _id: 'a' }, { seq: 1, _id: 'b' }]));
  await found(page, '2 records');
  await sendAll(page);
  const schemaRef = { id: SCHEMA, contentType: 'application/vnd.adobe.xed-full+json;version=1' };
  const envelope = (xdmEntity) => ({
    header: { schemaRef, imsOrgId: caller.org, datasetId: DATASET, flowId: inlet.flow },
    body: { xdmMeta: { schemaRef }, xdmEntity },
  });
  assert.deepEqual(sent(journal(), inlet), [envelope({ seq: 0, _id: 'a' }), envelope({ seq: 1, _id: 'b' })]);
  assert.equal((await emulator.received(inlet.inletId)).count, 2);
});

scene('records in envelopes go as they are, and a wrong envelope is held back', async (given) => {
  const { page, emulator, journal } = given;
  const inlet = await openSendPage(page, emulator, { format: 'xdm' });
  await page.waitForFunction((id) => document.querySelector('[name="datasetId"]')?.value === id, DATASET);
  const schemaRef = { id: SCHEMA, contentType: 'application/vnd.adobe.xed-full+json; version=1' };
  const enveloped = (datasetId, seq) => ({
    header: { schemaRef, imsOrgId: caller.org, datasetId, flowId: inlet.flow, source: { name: 'till' } },
    body: { xdmMeta: { schemaRef }, xdmEntity: { seq } },
  });
  const records = [enveloped(DATASET, 0), enveloped('0123456789abcdef01234567', 1)];
  await fill(page, 'records', lines(records));
  await found(page, '2 records');
  await found(page, 'already');
  const { accepted, refused } = await sendAll(page);
  assert.deepEqual([accepted, refused], [1, 1]);
  assert.deepEqual(sent(journal(), inlet), [records[0]]);
  assert.ok((await page.locator('main .upload .reasons').innerText()).includes('header.datasetId'));
});

scene('a JSON Schema of one’s own', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  await page.getByText('Checks before sending', { exact: true }).click();
  const schema = { required: ['seq'], properties: { seq: { type: 'integer', minimum: 1 } } };
  await control(page, 'schemaFile').setInputFiles({
    name: 'order.schema.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(schema)),
  });
  await page.waitForFunction(
    (text) => document.querySelector('main textarea[name="schema"]').value === text,
    JSON.stringify(schema),
  );
  await fill(page, 'records', lines([{ seq: 0 }, { seq: 1 }, {}]));
  await found(page, '3 records');
  const { accepted, refused } = await sendAll(page);
  assert.deepEqual([accepted, refused], [1, 2]);
  assert.deepEqual(sent(journal(), inlet), [{ seq: 1 }]);
});

scene('batches are as large as they may be', async ({ page, emulator, journal, turnPage }) => {
  const inlet = await openSendPage(page, emulator);
  await chooseFile(page, 'many.ndjson', lines(numbered(1_234)));
  await fillAll(page, { mode: 'batch', batchSize: '100' });
  await found(page, '1,234 records');
  turnPage();
  await sendAll(page);
  const sizes = requestsTo(journal(), inlet).map(({ body }) => body.messages.length);
  assert.deepEqual([...sizes].sort((one, other) => other - one), [...Array(12).fill(100), 34]);

  await chooseFile(page, 'large.ndjson', lines(numbered(60, { text: 'x'.repeat(90_000) })));
  await fill(page, 'batchSize', '50');
  await found(page, '60 records');
  turnPage();
  await sendAll(page);
  const requests = requestsTo(journal(), inlet);
  const bytes = requests.map(({ body }) => JSON.stringify(body).length);
  assert.ok(Math.max(...bytes) <= 1_000_000 && requests.length >= 6, `${bytes}`);
  assert.equal(sent(journal(), inlet).length, 60);
});

scene('a record larger than a request is listed, and not sent', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  await chooseFile(page, 'large.ndjson', lines([{ seq: 0 }, { seq: 1, text: 'x'.repeat(1_100_000) }, { seq: 2 }]));
  await found(page, '2 records');
  const text = await page.locator('main .records details', { hasText: 'cannot be read' }).innerText();
  assert.ok(text.includes('Line 2') && text.includes('1,000,000'), text);
  await sendAll(page);
  assert.deepEqual(sent(journal(), inlet).map(({ seq }) => seq), [0, 2]);
});

scene('single records go beside each other, one a request', async ({ page, emulator, journal }) => {
  const inlet = await openSendPage(page, emulator);
  await fill(page, 'records', lines(numbered(40)));
  await found(page, '40 records');
  await page.waitForFunction(() => document.querySelector('main [name="mode"]:checked').value === 'batch');
  await fillAll(page, { mode: 'single', concurrency: '6' });
  await emulator.switchFaults({ delayMs: 200, where: 'inlets' });
  const begun = Date.now();
  await sendAll(page);
  assert.ok(Date.now() - begun < 40 * 200 * 0.5, `${Date.now() - begun} ms`);
  const requests = requestsTo(journal(), inlet);
  assert.equal(requests.length, 40);
  assert.ok(requests.every(({ path }) => !path.includes('/batch/')));
});

scene('the rate is kept', async ({ page, emulator }) => {
  const inlet = await openSendPage(page, emulator);
  await fill(page, 'records', lines(numbered(120)));
  await found(page, '120 records');
  await fillAll(page, { mode: 'batch', batchSize: '10', ratePerSecond: '40' });
  const begun = Date.now();
  await submit(page);
  await output(page, 'total');
  let most = 0;
  for (;;) {
    const { count } = await emulator.received(inlet.inletId);
    const seconds = (Date.now() - begun) / 1000;
    most = Math.max(most, count - 40 * seconds);
    if (count === 120) break;
    assert.ok(seconds < 20, `${count} after ${seconds} s`);
    await page.waitForTimeout(50);
  }
  const took = Date.now() - begun;
  assert.ok(took >= 2_000 && took < 8_000, `120 at 40 a second took ${took} ms`);
  assert.ok(most <= 40, `never more than a second’s worth ahead, was ${most}`);
  await counts(page);
});

scene('what is no record is not sent, and the page says where', async ({ page, emulator, journal, turnPage }) => {
  await openSendPage(page, emulator);
  turnPage();
  for (const text of ['{ "seq": ', '[1, 2]', '', '{{nothing}}']) {
    await fill(page, 'records', text);
    await submit(page);
    await page.locator('main [role="alert"]:visible').waitFor();
    await page.waitForFunction(() => document.activeElement?.name === 'records');
    assert.equal(await typed(page, 'records'), text);
  }
  assert.deepEqual(journal().filter(({ path }) => path.includes('/collection/')), []);
});
