// The walk of the streaming tutorial, screen by screen: base connection, inlet, source, target, flow, record.

import assert from 'node:assert/strict';

import {
  expectLanguage,
  fill,
  fillAll,
  follow,
  openConsole,
  output,
  settle,
  submit,
} from './person.mjs';
import { words } from './words.mjs';

const SOURCE = '#/sources/bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb';

/** The flow specification that the tutorial names. */
export const WITHOUT_TRANSFORMATION = 'd8a6f005-7eaf-4153-983e-e8574508b877';

export const DATASET = '5f2a7c1b9d3e4a0012345678';

/** Creates the base connection and returns its id. */
export async function createBaseConnection(page, language, { authenticated = false } = {}) {
  await openConsole(page, SOURCE);
  await fillAll(page, {
    '/name': 'Sample streaming connection',
    '/description': 'Sample description',
    '/auth/params/sourceId': 'Sample connection',
    '/auth/params/dataType': 'xdm',
    '/auth/params/name': 'Sample connection',
  });
  if (authenticated) await fill(page, '/auth/params/authenticationRequired', true);
  await submit(page);
  const id = await output(page, 'id');
  await expectLanguage(page, language, words[language].connectionCreated);
  return id;
}

/** From there to the connection's own screen, which tells the inlet. */
export async function seeInlet(page, language, id) {
  await follow(page, words[language].getInletUrl);
  await page.waitForURL(`**/#/connections/${id}`);
  await settle(page);
  return { inletUrl: await output(page, 'inletUrl'), inletId: await output(page, 'inletId') };
}

/** From the connection's screen to a dataflow; returns the ids of what is made on the way. */
export async function createDataflow(page, language) {
  await follow(page, words[language].createDataflow);
  await page.waitForURL('**/#/dataflows/new?source=*');
  await fillAll(page, {
    '/name': 'Sample source connection',
    '/description': 'Sample source connection description',
  });
  await submit(page);
  await page.waitForURL('**&sourceConnection=*');
  const source = await output(page, 'id');

  await fillAll(page, {
    '/name': 'Sample target connection',
    '/description': 'Sample target connection description',
    '/params/dataSetId': DATASET,
    '/data/format': 'parquet_xdm',
  });
  await submit(page);
  await page.waitForURL('**&targetConnection=*');
  const target = await output(page, 'id');

  await fillAll(page, {
    '/name': 'Sample flow',
    '/description': 'Sample flow description',
    '/flowSpec/id': WITHOUT_TRANSFORMATION,
  });
  await submit(page);
  await page.getByText(words[language].dataflowCreated, { exact: true }).waitFor();
  const flow = await output(page, 'id');
  assert.equal(new Set([source, target, flow]).size, 3);
  return { source, target, flow };
}

/** From the new dataflow to a record that the inlet has taken; returns its receipt. */
export async function sendRecord(page, language, record) {
  await follow(page, words[language].sendRecord);
  await page.waitForURL('**/#/inlets/send?*');
  await settle(page);
  await page.waitForFunction(() => document.querySelector('[name="inletUrl"]').value !== '');
  // The tutorial's inlet is for XDM, and its record is none.
  await fill(page, 'format', 'raw');
  await fill(page, 'records', JSON.stringify(record, null, 2));
  await submit(page);
  await page.getByText(words[language].recordReceived, { exact: true }).waitFor();
  await expectLanguage(page, language, words[language].recordReceived);
  return {
    inletId: await output(page, 'inletId'),
    xactionId: await output(page, 'xactionId'),
    receivedTimeMs: Number(await output(page, 'receivedTimeMs')),
  };
}
