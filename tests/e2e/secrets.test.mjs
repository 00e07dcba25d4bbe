// Tokens, passwords and keys: in memory and in the request that needs them, and nowhere else.

import assert from 'node:assert/strict';

import {
  caller,
  control,
  enterEnvironment,
  fill,
  fillAll,
  openConsole,
  output,
  press,
  settle,
  submit,
  typed,
  useLiveEnvironment,
} from './person.mjs';
import { scene } from './scene.mjs';
import { createBaseConnection, DATASET } from './streaming.mjs';
import { words } from './words.mjs';

const POSTGRESQL = '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137';
const REDSHIFT = '#/sources/3416976c-a9ca-4bba-901a-1f08f66978ff';
const PASSWORD = 'Elephant-Passw0rd';
const STRING = `Server=db.example.com;Database=sales;Port=5432;UID=reader;Password=${PASSWORD}`;

const withClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Runs in the page: everything that the browser keeps for it, as text. */
async function readStores() {
  const entries = (store) => Object.keys(store).map((key) => [key, store.getItem(key)]);
  const ended = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const records = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await ended(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      records.push(await ended(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  const caches_ = 'caches' in window ? await caches.keys() : [];
  return JSON.stringify([entries(localStorage), entries(sessionStorage), records, caches_, document.cookie]);
}

/** Nothing that can be seen, read out, copied or found later has a secret in it. */
async function expectNoSecret(page, ...secrets) {
  const markup = await page.content();
  const stores = await page.evaluate(readStores);
  const address = page.url();
  for (const secret of secrets) {
    for (const [where, text] of Object.entries({ markup, stores, address })) {
      assert.ok(!text.includes(secret), `the ${where} has no “${secret}” in it:\n${text.slice(0, 4000)}`);
    }
  }
}

/** Opens every row of the Requests page. */
async function openEveryRequest(page) {
  await openConsole(page, '#/requests');
  for (const row of await page.locator('main details').all()) await row.locator('summary').click();
  await page.locator('main details pre').last().waitFor();
}

scene('a password and a token, from the form to the list of requests', withClipboard, async (given) => {
  const { page, emulator, journal } = given;
  await useLiveEnvironment(page, emulator);
  await expectNoSecret(page, caller.token);
  await openConsole(page, REDSHIFT);
  await fillAll(page, {
    '/name': 'Visits',
    '/auth/params/server': 'analytics.example.com',
    '/auth/params/database': 'visits',
    '/auth/params/username': 'reader',
    '/auth/params/password': PASSWORD,
  });
  await expectNoSecret(page, caller.token, PASSWORD);
  // Leaving makes a draft: in memory for another screen, in the tab's store for a reload.
  await openConsole(page, '#/connections');
  await openConsole(page, REDSHIFT);
  assert.equal(await typed(page, '/auth/params/password'), PASSWORD);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  await expectNoSecret(page, caller.token, PASSWORD);
  await press(page, 'Copy as cURL');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(!command.includes(PASSWORD) && !command.includes(caller.token), command);
  assert.match(command, /^curl -X POST '.*\/connections' \\\n/);
  assert.match(command, /\$ACCESS_TOKEN/);
  assert.match(command, /\$PASSWORD/);

  await submit(page);
  const id = await output(page, 'id');
  assert.equal(journal().at(-1).body.auth.params.password, PASSWORD);
  await expectNoSecret(page, caller.token, PASSWORD);

  await openConsole(page, `#/connections/${id}`);
  await expectNoSecret(page, caller.token, PASSWORD);
  await openEveryRequest(page);
  await expectNoSecret(page, caller.token, PASSWORD);
  const rows = page.locator('main details').filter({ hasText: 'POST' });
  await rows.getByRole('button', { name: 'Copy as cURL' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(!copied.includes(PASSWORD) && !copied.includes(caller.token), copied);
});

scene('a connection string is as secret as the password in it', async ({ page }) => {
  await openConsole(page, POSTGRESQL);
  await fill(page, '/auth/specName', words.en.connectionString);
  await fillAll(page, { '/name': 'Orders', '/auth/params/connectionString': STRING });
  assert.equal(await typed(page, '/auth/params/connectionString#Password'), PASSWORD);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  await expectNoSecret(page, PASSWORD, STRING);
  await submit(page);
  await output(page, 'id');
  await expectNoSecret(page, PASSWORD, STRING);
  // The demo's world is kept in the browser, but not what it was told in confidence.
  await page.reload();
  await settle(page);
  await expectNoSecret(page, PASSWORD, STRING);
});

scene('a secret is shown on demand only', async ({ page }) => {
  const name = '/auth/params/password';
  await openConsole(page, REDSHIFT);
  await fill(page, name, PASSWORD);
  const field = control(page, name);
  assert.equal(await field.getAttribute('type'), 'password');
  await press(page, 'Show');
  assert.equal(await field.getAttribute('type'), 'text');
  assert.equal(await field.inputValue(), PASSWORD);
  await press(page, 'Hide');
  assert.equal(await field.getAttribute('type'), 'password');
  await expectNoSecret(page, PASSWORD);
});

scene('a token that was refused', { failsOnPurpose: true }, async ({ page, emulator }) => {
  const token = 'expired-but-still-nobodys-business';
  await enterEnvironment(page, emulator, { token });
  await page.locator('main [role="alert"]').waitFor();
  await expectNoSecret(page, token);
  await openEveryRequest(page);
  await expectNoSecret(page, token);
});

scene('a creation that failed', { failsOnPurpose: true }, async ({ page, emulator }) => {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, REDSHIFT);
  await fillAll(page, {
    '/name': 'fail-500',
    '/auth/params/server': 'analytics.example.com',
    '/auth/params/database': 'visits',
    '/auth/params/username': 'reader',
    '/auth/params/password': PASSWORD,
  });
  await submit(page);
  await page.locator('main [role="alert"]').waitFor();
  await expectNoSecret(page, PASSWORD, caller.token);
});

scene('a record sent with the token', async ({ page, emulator, journal }) => {
  await useLiveEnvironment(page, emulator);
  const id = await createBaseConnection(page, 'en', { authenticated: true });
  await openConsole(page, `#/inlets/send?connection=${id}`);
  await page.waitForFunction(() => document.querySelector('[name="inletUrl"]').value !== '');
  const schema = { id: 'https://ns.adobe.com/acme/schemas/1', contentType: 'application/json' };
  const body = { xdmMeta: { schemaRef: schema }, xdmEntity: {} };
  const record = { header: { schemaRef: schema, datasetId: DATASET }, body };
  await fill(page, 'records', JSON.stringify(record));
  await submit(page);
  await output(page, 'xactionId');
  assert.equal(journal().at(-1).headers.authorization, `Bearer ${caller.token}`);
  await expectNoSecret(page, caller.token);
  await openEveryRequest(page);
  await expectNoSecret(page, caller.token);
});

scene('after a reload everything but the token is known', async ({ page, emulator }) => {
  await useLiveEnvironment(page, emulator);
  await page.reload();
  await settle(page);
  assert.equal(await typed(page, 'flowServiceUrl'), emulator.flowServiceUrl);
  assert.equal(await typed(page, 'apiKey'), caller.key);
  assert.equal(await typed(page, 'orgId'), caller.org);
  assert.equal(await typed(page, 'sandbox'), caller.sandbox);
  assert.equal(await typed(page, 'accessToken'), '');
  await page.getByText('no access token').waitFor();
  await expectNoSecret(page, caller.token);
});
