// Streaming, as its tutorial has it: from an open or an authenticated connection to a record received.

import assert from 'node:assert/strict';

import {
  caller,
  expectLanguage,
  openConsole,
  output,
  settle,
  switchLanguage,
  typed,
  useLiveEnvironment,
} from './person.mjs';
import { expectSent, printed } from './printed.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';
import {
  createBaseConnection,
  createDataflow,
  DATASET,
  seeInlet,
  sendRecord,
  WITHOUT_TRANSFORMATION,
} from './streaming.mjs';
import { words } from './words.mjs';

/** The tutorial's record. */
const RECORD = printed('streaming', 'post a record').body;

/** The requests of a kind, in their order. */
const posts = (journal, path) =>
  journal.filter((entry) => entry.method === 'POST' && entry.path.endsWith(path));

/** Walks from the catalog to a record, and compares every request with the tutorial's. */
async function walk({ page, emulator, journal, language }, authenticated) {
  await useLiveEnvironment(page, emulator);
  const id = await createBaseConnection(page, language, { authenticated });
  const kind = authenticated ? 'authenticated' : 'unauthenticated';
  expectSent(posts(journal(), '/connections')[0], printed('streaming', `${kind} base connection`));

  const { inletUrl, inletId } = await seeInlet(page, language, id);
  expectSent(
    journal().find((entry) => entry.path.endsWith(`/connections/${id}`)),
    printed('streaming', 'get the inlet', { CONNECTION_ID: id }),
  );
  assert.equal(inletUrl, `${emulator.origin}/collection/${inletId}`);
  const badge = authenticated ? words[language].authenticatedInlet : words[language].openInlet;
  await expectLanguage(page, language, badge);

  const { source, target, flow } = await createDataflow(page, language);
  const [sourceConnection] = posts(journal(), '/sourceConnections');
  expectSent(sourceConnection, printed('streaming', 'source connection', { BASE_CONNECTION_ID: id }));
  const [targetConnection] = posts(journal(), '/targetConnections');
  expectSent(targetConnection, printed('streaming', 'target connection', { DATASET_ID: DATASET }));
  const ids = { SOURCE_CONNECTION_ID: source, TARGET_CONNECTION_ID: target };
  expectSent(posts(journal(), '/flows')[0], printed('streaming', 'dataflow', ids));

  const before = Date.now();
  const receipt = await sendRecord(page, language, RECORD);
  const expected = printed('streaming', 'post a record');
  expected.path = `/collection/${inletId}`;
  expected.headers['x-adobe-flow-id'] = flow;
  if (authenticated) expected.headers.authorization = `Bearer ${caller.token}`;
  expectSent(posts(journal(), inletId)[0], expected);
  assert.equal(receipt.inletId, inletId);
  assert.match(receipt.xactionId, /^\d+:\d+:\d+$/);
  assert.ok(receipt.receivedTimeMs >= before && receipt.receivedTimeMs <= Date.now());

  const { sandboxes } = await emulator.state();
  assert.deepEqual(sandboxes[0].received.map(({ flowId, count }) => [flowId, count]), [[flow, 1]]);
}

sceneInBothLanguages('an open inlet', (given) => walk(given, false));

sceneInBothLanguages('an authenticated inlet', (given) => walk(given, true));

scene('the whole walk in the demo, which is still there after a reload', async ({ page }) => {
  const id = await createBaseConnection(page, 'en');
  const { inletUrl, inletId } = await seeInlet(page, 'en', id);
  const { flow } = await createDataflow(page, 'en');
  const receipt = await sendRecord(page, 'en', RECORD);
  assert.equal(receipt.inletId, inletId);

  await openConsole(page, `#/connections/${id}`);
  await page.reload();
  await settle(page);
  assert.equal(await output(page, 'id'), id);
  assert.equal(await output(page, 'inletUrl'), inletUrl);
  await openConsole(page, '#/connections');
  await page.getByRole('link', { name: 'Sample streaming connection' }).waitFor();
  await openConsole(page, `#/dataflows/${flow}`);
  assert.equal(await output(page, 'id'), flow);
});

scene('a walk that was left half-way goes on after a reload', async ({ page }) => {
  const id = await createBaseConnection(page, 'en');
  await openConsole(page, `#/dataflows/new?source=${id}`);
  await page.locator('main [name="/name"]').fill('Sample source connection');
  await page.locator('main button[type="submit"]').click();
  await page.waitForURL('**&sourceConnection=*');
  await page.reload();
  await settle(page);
  await page.locator('main [name="/params/dataSetId"]').waitFor();
  await switchLanguage(page);
  await expectLanguage(page, 'fr', 'Nouveau flux de données', 'Créer la connexion cible');
});

scene('the send page takes the dataflow and the inlet from its address', async ({ page }) => {
  const id = await createBaseConnection(page, 'en');
  const { inletUrl } = await seeInlet(page, 'en', id);
  await openConsole(page, `#/inlets/send?connection=${id}&flow=${WITHOUT_TRANSFORMATION}`);
  await page.locator('main [name="inletUrl"]').waitFor();
  await page.waitForFunction((url) => document.querySelector('[name="inletUrl"]').value === url, inletUrl);
  assert.equal(await typed(page, 'flowId'), WITHOUT_TRANSFORMATION);
});
