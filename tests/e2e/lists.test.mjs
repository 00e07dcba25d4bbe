// Lists that are longer than a page of the service.

import assert from 'node:assert/strict';

import { caller, openConsole, press, useLiveEnvironment } from './person.mjs';
import { scene } from './scene.mjs';

/** More than the hundred that the service puts into one page. */
const MANY = 120;

const HEADERS = {
  Authorization: `Bearer ${caller.token}`,
  'x-api-key': caller.key,
  'x-gw-ims-org-id': caller.org,
  'x-sandbox-name': caller.sandbox,
  'Content-Type': 'application/json',
};

const inlet = (name) => ({
  name,
  auth: { specName: 'Streaming Connection', params: { dataType: 'raw' } },
  connectionSpec: { id: 'bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb', version: '1.0' },
});

const stream = (name) => ({
  name,
  auth: { specName: 'Basic Authentication for Kinesis', params: { accessKeyId: 'a', secretKey: 'b' } },
  connectionSpec: { id: '86043421-563b-46ec-8e6c-e23184711bf6', version: '1.0' },
});

async function create(emulator, connection) {
  const body = JSON.stringify(connection);
  const answer = await fetch(`${emulator.flowServiceUrl}/connections`, { method: 'POST', headers: HEADERS, body });
  assert.equal(answer.status, 201);
}

/** One inlet, and after it many connections that are none. */
async function fillSandbox(emulator) {
  await create(emulator, inlet('The first one'));
  for (let number = 1; number < MANY; number += 1) await create(emulator, stream(`Stream ${number}`));
}

scene('connections come page by page', async ({ page, emulator }) => {
  await fillSandbox(emulator);
  await useLiveEnvironment(page, emulator);
  await openConsole(page, '#/connections');
  const rows = page.locator('main tbody tr');
  assert.equal(await rows.count(), 100);
  await press(page, 'Show more');
  await page.getByRole('link', { name: 'The first one' }).waitFor();
  assert.equal(await rows.count(), MANY);
  assert.equal(new Set(await rows.locator('code').allInnerTexts()).size, MANY);
  assert.equal(await page.getByRole('button', { name: 'Show more' }).count(), 0);
});

scene('a second click on “Show more” shows nothing twice', async ({ page, emulator }) => {
  await fillSandbox(emulator);
  await useLiveEnvironment(page, emulator);
  await openConsole(page, '#/connections');
  await emulator.switchFaults({ delayMs: 300 });
  await page.getByRole('button', { name: 'Show more' }).dblclick();
  await page.getByRole('link', { name: 'The first one' }).waitFor();
  assert.equal(await page.locator('main tbody tr').count(), MANY);
});

scene('an inlet behind many other connections can be found', async ({ page, emulator }) => {
  await fillSandbox(emulator);
  await useLiveEnvironment(page, emulator);
  await openConsole(page, '#/inlets');
  const more = page.getByRole('button', { name: 'Show more' });
  if ((await more.count()) > 0) await more.click();
  await page.getByRole('link', { name: 'The first one' }).waitFor();
});
