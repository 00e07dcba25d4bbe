// Sending records as a person does it, and what the emulator received of them.

import assert from 'node:assert/strict';

import { caller, fill, openConsole, submit, useLiveEnvironment } from './person.mjs';
import { printed } from './printed.mjs';
import { DATASET, WITHOUT_TRANSFORMATION } from './streaming.mjs';

/** How long an upload may take to come to a number. */
const PATIENCE_MS = 30_000;

export const SCHEMA = 'https://ns.adobe.com/acme/schemas/0f9e8d7c6b5a';

const HEADERS = {
  Authorization: `Bearer ${caller.token}`,
  'x-api-key': caller.key,
  'x-gw-ims-org-id': caller.org,
  'x-sandbox-name': caller.sandbox,
  'Content-Type': 'application/json',
};

/** Makes something in the emulator without the page. */
async function make(emulator, collection, body) {
  const answer = await fetch(`${emulator.flowServiceUrl}/${collection}`, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify(body),
  });
  assert.ok(answer.ok, `${collection}: ${answer.status}`);
  return (await answer.json()).id;
}

/** An inlet of its own: the connection's identifier, and the inlet's identifier and address. */
export async function makeInlet(emulator, { authenticated = false } = {}) {
  const kind = authenticated ? 'authenticated' : 'unauthenticated';
  const connection = await make(emulator, 'connections', printed('streaming', `${kind} base connection`).body);
  const answer = await fetch(`${emulator.flowServiceUrl}/connections/${connection}`, { headers: HEADERS });
  const { inletUrl } = (await answer.json()).items[0].auth.params;
  return { connection, inletUrl, inletId: inletUrl.split('/').at(-1) };
}

/** A dataflow from a connection into a dataset with a schema. */
export async function makeDataflow(emulator, connection) {
  const source = await make(
    emulator,
    'sourceConnections',
    printed('streaming', 'source connection', { BASE_CONNECTION_ID: connection }).body,
  );
  const target = printed('streaming', 'target connection', { DATASET_ID: DATASET }).body;
  target.data.schema = { id: SCHEMA, version: 'application/vnd.adobe.xed-full+json;version=1' };
  const targetConnection = await make(emulator, 'targetConnections', target);
  return make(emulator, 'flows', {
    name: 'Orders',
    description: 'Orders, as sent',
    flowSpec: { id: WITHOUT_TRANSFORMATION, version: '1.0' },
    sourceConnectionIds: [source],
    targetConnectionIds: [targetConnection],
  });
}

/** The live environment, a new inlet that feeds a dataflow, and the page that sends records there. */
export async function openSendPage(page, emulator, { authenticated = false, format = 'raw' } = {}) {
  await useLiveEnvironment(page, emulator);
  const inlet = await makeInlet(emulator, { authenticated });
  const flow = await makeDataflow(emulator, inlet.connection);
  await emulator.noteReceived('/seq');
  await visitSendPage(page, { ...inlet, flow }, format);
  return { ...inlet, flow };
}

/** Goes to the page that sends records to an inlet, and waits until it knows the inlet. */
export async function visitSendPage(page, { connection, inletUrl, flow }, format = 'raw') {
  await openConsole(page, `#/inlets/send?connection=${connection}&flow=${flow}`);
  await page.waitForFunction((url) => document.querySelector('[name="inletUrl"]')?.value === url, inletUrl);
  await fill(page, 'format', format);
}

/** So many records, each with a number of its own. */
export const numbered = (count, more = {}) =>
  Array.from({ length: count }, (_, seq) => ({ seq, ...more }));

/** Records one a line. */
export const lines = (records) => records.map((record) => JSON.stringify(record)).join('\n');

/** Chooses a file of this content. */
export async function chooseFile(page, name, content) {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await page.locator('main input[name="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** Waits until the page has read what was given, and says what it found. */
export async function found(page, text) {
  await page.locator('#records-found', { hasText: text }).waitFor();
}

/** The four numbers, all of one moment. They always add up. */
export async function counts(page) {
  const counted = await page.evaluate(() => {
    const number = (name) => Number(document.querySelector(`main output[name="${name}"]`)?.textContent ?? 'NaN');
    return {
      total: number('total'),
      accepted: number('accepted'),
      refused: number('refused'),
      waiting: number('waiting'),
    };
  });
  const { total, accepted, refused, waiting } = counted;
  assert.equal(accepted + refused + waiting, total, `the numbers add up: ${JSON.stringify(counted)}`);
  return counted;
}

/** What the page says of its upload: sending, waiting, paused, finished, stopped, left off. */
export const standing = (page) => page.locator('main .upload header .badge');

/** Waits until the upload stands so. */
export async function untilStanding(page, word, timeout = PATIENCE_MS) {
  await standing(page).filter({ hasText: word }).waitFor({ timeout });
}

/** Polls the numbers, which add up each time, until they are so. */
export async function untilCounts(page, matches, patience = PATIENCE_MS) {
  const end = Date.now() + patience;
  for (;;) {
    const now = await counts(page);
    if (matches(now)) return now;
    assert.ok(Date.now() < end, `still ${JSON.stringify(now)}: ${await standing(page).innerText()}`);
    await page.waitForTimeout(20);
  }
}

/** Sends. What was sent before is put away, so that its numbers are not taken for the new ones. */
export async function begin(page) {
  const close = page.locator('main .upload').getByRole('button', { name: 'Close', exact: true });
  if (await close.isVisible()) {
    await close.click();
    await page.locator('main .upload').waitFor({ state: 'detached' });
  }
  await submit(page);
  await page.locator('main output[name="total"]').waitFor();
}

/** Sends, and polls the numbers until every record has its result. */
export async function sendAll(page) {
  await begin(page);
  return untilCounts(page, (now) => now.waiting === 0);
}

/** A button of the upload by what it says. */
export const steer = (page, name) =>
  page.locator('main .upload').getByRole('button', { name, exact: true }).click();

/** Lets an upload that was left off go on, and then sends what may have been received already, too. */
export async function goOnWithAll(page, patience = PATIENCE_MS) {
  await steer(page, 'Go on');
  const choice = page.locator('main .upload .notice', { hasText: 'All that is left was sent without a result' });
  await choice.waitFor({ timeout: patience });
  const left = await counts(page);
  await steer(page, 'Send these again');
  return left;
}

/** The records that reached an inlet since the scene began, in their order, whatever became of them. */
export function sent(journal, { inletId }) {
  return requestsTo(journal, { inletId }).flatMap(({ path, body }) =>
    path.includes('/batch/') ? body.messages : [body],
  );
}

/** The requests that reached an inlet. */
export const requestsTo = (journal, { inletId }) =>
  journal.filter(({ method, path }) => method === 'POST' && path.endsWith(`/${inletId}`));

/**
 * Ends the connections that the browser holds open. It sends a request again by itself, unseen by the page, when one
 * that worked before is cut under it; the emulator lets none be used twice while it cuts some.
 */
export const endConnections = (page, emulator) =>
  page.evaluate(
    (url) => Promise.all(Array.from({ length: 12 }, () => fetch(url, { cache: 'no-store' }).then((it) => it.text()))),
    `${emulator.origin}/emulator/faults`,
  );
