// What an inlet refuses, and a dataflow that the service refuses: said, and nothing that was typed is lost.

import assert from 'node:assert/strict';

import {
  control,
  expectAlert,
  fill,
  fillAll,
  openConsole,
  output,
  submit,
  typed,
  useLiveEnvironment,
} from './person.mjs';
import { scene } from './scene.mjs';
import { createBaseConnection, DATASET } from './streaming.mjs';
import { troubles } from './troubles.mjs';

/** Wants a mapping, which a dataflow for finished XDM has none of. */
const WITH_TRANSFORMATION = 'c1a19761-d2c7-4702-b9fa-fe91f0613e81';
const NOTHING = '00000000-0000-4000-8000-000000000000';

const ENVELOPE = JSON.stringify({
  header: {
    schemaRef: { id: 'https://ns.adobe.com/acme/schemas/1', contentType: 'application/json' },
    datasetId: DATASET,
  },
  body: {
    xdmMeta: { schemaRef: { id: 'https://ns.adobe.com/acme/schemas/1', contentType: 'application/json' } },
    xdmEntity: { a: 1 },
  },
});

const failing = { failsOnPurpose: true };

/** Opens the send page of a new inlet. */
async function openSendPage(page, emulator, authenticated) {
  await useLiveEnvironment(page, emulator);
  const id = await createBaseConnection(page, 'en', { authenticated });
  await openConsole(page, `#/inlets/send?connection=${id}`);
  await page.waitForFunction(() => document.querySelector('[name="inletUrl"]').value.includes('/collection/'));
  await fill(page, 'records', ENVELOPE);
}

scene('an inlet that asks for a token gets one, unless told otherwise', failing, async ({ page, emulator }) => {
  await openSendPage(page, emulator, true);
  assert.equal(await control(page, 'authenticated').isChecked(), true);
  await fill(page, 'authenticated', false);
  await submit(page);
  await expectAlert(page, troubles.inletToken);
  assert.equal(await typed(page, 'records'), ENVELOPE);
  await fill(page, 'authenticated', true);
  await submit(page);
  await output(page, 'xactionId');
  assert.equal(await page.locator('main [role="alert"]:visible').count(), 0);
});

scene('a token that expires before the record is sent', failing, async ({ page, emulator }) => {
  await openSendPage(page, emulator, true);
  await emulator.switchFaults({ expiredToken: true });
  await submit(page);
  await expectAlert(page, troubles.inletToken);
  assert.equal(await typed(page, 'records'), ENVELOPE);
});

scene('a dataflow that the inlet does not feed', failing, async ({ page, emulator }) => {
  await openSendPage(page, emulator, false);
  await fill(page, 'flowId', NOTHING);
  await submit(page);
  await expectAlert(page, troubles.record);
  assert.equal(await typed(page, 'records'), ENVELOPE);
});

scene('an inlet that is none', failing, async ({ page, emulator }) => {
  await openSendPage(page, emulator, false);
  await fill(page, 'inletUrl', `${emulator.origin}/collection/none`);
  await submit(page);
  await expectAlert(page, troubles.inlet);
  assert.equal(await typed(page, 'inletUrl'), `${emulator.origin}/collection/none`);
});

scene('a receipt does not outlive the next failure', failing, async ({ page, emulator }) => {
  await openSendPage(page, emulator, false);
  await submit(page);
  await output(page, 'xactionId');
  await fill(page, 'flowId', NOTHING);
  await submit(page);
  await expectAlert(page, troubles.record);
  assert.equal(await page.locator('main output[name="xactionId"]:visible').count(), 0);
});

scene('a record without the envelope that the inlet wants', async ({ page, emulator, turnPage, journal }) => {
  await openSendPage(page, emulator, false);
  turnPage();
  await fill(page, 'records', '{ "name": "Ada" }');
  await submit(page);
  await page.locator('main .error:visible', { hasText: 'This is required.' }).first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'schemaId');
  await fill(page, 'records', ENVELOPE);
  assert.deepEqual(journal(), []);
  await submit(page);
  await output(page, 'xactionId');
});

scene('a dataflow whose specification wants a mapping', failing, async ({ page, emulator }) => {
  await useLiveEnvironment(page, emulator);
  const id = await createBaseConnection(page, 'en');
  await openConsole(page, `#/dataflows/new?source=${id}`);
  await fill(page, '/name', 'Orders, as sent');
  await submit(page);
  await page.waitForURL('**&sourceConnection=*');
  await fillAll(page, { '/name': 'Orders', '/params/dataSetId': DATASET });
  await submit(page);
  await page.waitForURL('**&targetConnection=*');
  const values = { '/name': 'Orders', '/description': 'All of them', '/flowSpec/id': WITH_TRANSFORMATION };
  await fillAll(page, values);
  await submit(page);
  await expectAlert(page, troubles.refused);
  for (const [name, value] of Object.entries(values)) assert.equal(await typed(page, name), value, name);
  await fill(page, '/transformations/0/params/mappingId', '5d0c3a1e9f2b4c7d');
  await submit(page);
  await page.getByText('Dataflow created', { exact: true }).waitFor();
});
