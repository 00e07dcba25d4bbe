// Phoenix, Redshift and Kinesis, as their tutorials have it: from the catalog to a base connection.

import assert from 'node:assert/strict';

import {
  control,
  expectLanguage,
  fillAll,
  openConsole,
  output,
  press,
  settle,
  submit,
  switchLanguage,
  useLiveEnvironment,
} from './person.mjs';
import { expectSent, printed } from './printed.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';
import { words } from './words.mjs';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Opens a source's form from the catalog. */
async function pick(page, source) {
  await openConsole(page, '#/sources');
  await page.locator('main').getByRole('link', { name: source }).click();
  await page.locator('main h1', { hasText: source }).waitFor();
  await settle(page);
}

/** The new connection stands on the screen, and in the service. */
async function expectCreated(page, emulator, language) {
  const id = await output(page, 'id');
  assert.match(id, ID);
  assert.match(await output(page, 'etag'), /^".+"$/);
  await expectLanguage(page, language, words[language].connectionCreated, words[language].openConnection);
  const { sandboxes } = await emulator.state();
  assert.deepEqual(sandboxes.map((sandbox) => sandbox.connections), [1]);
  await page.getByRole('link', { name: words[language].openConnection }).click();
  await page.waitForURL(`**/#/connections/${id}`);
  assert.equal(await output(page, 'id'), id);
}

sceneInBothLanguages('Phoenix', async ({ page, emulator, journal, language }) => {
  await useLiveEnvironment(page, emulator);
  await pick(page, 'Phoenix');
  await expectLanguage(page, language, words[language].createConnection, words[language].whatWillBeSent);
  await fillAll(page, {
    '/name': 'Phoenix test connection',
    '/description': 'Phoenix test connection',
    '/auth/params/host': 'phoenix.example.com',
    '/auth/params/username': 'reader',
    '/auth/params/password': 'Phoenix-Passw0rd',
    '/auth/params/port': '443',
    '/auth/params/httpPath': '/hbasephoenix0',
    '/auth/params/enableSsl': true,
  });
  await submit(page);
  await output(page, 'id');
  const expected = printed('phoenix', 'create the base connection', {
    HOST: 'phoenix.example.com',
    USERNAME: 'reader',
    PASSWORD: 'Phoenix-Passw0rd',
    PATH: '/hbasephoenix0',
  });
  expectSent(journal().at(-1), expected);
  assert.strictEqual(journal().at(-1).body.auth.params.port, 443);
  assert.strictEqual(journal().at(-1).body.auth.params.enableSsl, true);
  await expectCreated(page, emulator, language);
});

sceneInBothLanguages('Redshift, looked up by its name', async ({ page, emulator, journal, turnPage, language }) => {
  await useLiveEnvironment(page, emulator);
  turnPage();
  await openConsole(page, '#/sources');
  await page.getByRole('link', { name: 'PostgreSQL' }).waitFor();
  const [everything] = journal();
  assert.deepEqual([everything.method, everything.path, everything.query], [
    'GET',
    '/data/foundation/flowservice/connectionSpecs',
    '',
  ]);

  await control(page, 'search').fill('amazon-redshift');
  await press(page, words[language].askServiceFor);
  await page.getByRole('button', { name: words[language].showAllSources }).waitFor();
  await settle(page);
  expectSent(journal().at(-1), printed('amazon_redshift', 'look up the specification'));
  assert.equal(await page.locator('main ul.sources > li').count(), 1);

  await page.getByRole('link', { name: 'Amazon Redshift' }).click();
  await page.locator('main h1', { hasText: 'Amazon Redshift' }).waitFor();
  await settle(page);
  await fillAll(page, {
    '/name': 'amazon-redshift base connection',
    '/description': 'base connection for amazon-redshift',
    '/auth/params/server': 'analytics.example.com',
    '/auth/params/database': 'visits',
    '/auth/params/username': 'reader',
    '/auth/params/password': 'Redshift-Passw0rd',
  });
  await submit(page);
  await output(page, 'id');
  const values = {
    SERVER: 'analytics.example.com',
    DATABASE: 'visits',
    USERNAME: 'reader',
    PASSWORD: 'Redshift-Passw0rd',
  };
  expectSent(journal().at(-1), printed('amazon_redshift', 'create the base connection', values));
  await expectCreated(page, emulator, language);
});

sceneInBothLanguages('Kinesis, with the two parameters of its tutorial', async ({ page, emulator, journal, language }) => {
  await useLiveEnvironment(page, emulator);
  await pick(page, 'Amazon Kinesis');
  await fillAll(page, {
    '/name': 'Amazon Kinesis connection',
    '/description': 'Connector for Amazon Kinesis',
    '/auth/params/accessKeyId': 'accessKeyId',
    '/auth/params/secretKey': 'secretKey',
  });
  await submit(page);
  await output(page, 'id');
  // No region, no provider: what is left empty is not sent.
  expectSent(journal().at(-1), printed('amazon_kinesis', 'create the base connection'));
  await expectCreated(page, emulator, language);
});

scene('the language can be changed on the way', async ({ page, emulator, journal }) => {
  await useLiveEnvironment(page, emulator);
  await pick(page, 'Amazon Kinesis');
  await fillAll(page, { '/name': 'Amazon Kinesis connection', '/auth/params/accessKeyId': 'accessKeyId' });
  await switchLanguage(page);
  await expectLanguage(page, 'fr', words.fr.createConnection, words.fr.whatWillBeSent, 'Clé secrète');
  await fillAll(page, { '/description': 'Connector for Amazon Kinesis', '/auth/params/secretKey': 'secretKey' });
  await submit(page);
  await output(page, 'id');
  expectSent(journal().at(-1), printed('amazon_kinesis', 'create the base connection'));
  await expectCreated(page, emulator, 'fr');
});
