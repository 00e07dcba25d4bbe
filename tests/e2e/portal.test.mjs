// What a portal's `config.json` sets beforehand.

import assert from 'node:assert/strict';

import {
  caller,
  expectLanguage,
  fill,
  fillAll,
  openConsole,
  output,
  submit,
  switchLanguage,
  typed,
} from './person.mjs';
import { scene } from './scene.mjs';
import { createBaseConnection, DATASET } from './streaming.mjs';

const KINESIS = '#/sources/86043421-563b-46ec-8e6c-e23184711bf6';
const VALUES = { '/name': 'Orders', '/auth/params/accessKeyId': 'key', '/auth/params/secretKey': 'secret' };

/** What a portal puts beside the page. */
const acme = (changes) =>
  JSON.stringify({
    environments: [
      {
        name: 'Acme dev',
        flowServiceUrl: 'https://platform.example/data/foundation/flowservice',
        apiKey: 'acme-client',
        orgId: 'ACME@AdobeOrg',
        sandbox: 'dev',
        ...changes,
      },
    ],
    defaultEnvironment: 'Acme dev',
    language: 'fr',
  });

scene('a portal sets the environment and the language', { config: acme({}) }, async ({ page }) => {
  await openConsole(page, '#/inlets/send');
  await expectLanguage(page, 'fr', 'Acme dev', 'aucun jeton d’accès');
  await openConsole(page, '#/environment');
  assert.equal(await typed(page, 'environment'), 'Acme dev');
  assert.equal(await typed(page, 'sandbox'), 'dev');
  await switchLanguage(page);
  await page.reload();
  await page.locator('html[lang="en"]').waitFor();
});

scene('production is in the way, a read-only environment refuses', {
  config: acme({ production: true, readOnly: true }),
}, async ({ page }) => {
  await openConsole(page, '#/inlets/send');
  await expectLanguage(page, 'fr', 'Production · Acme dev', 'Cet environnement est en lecture seule');
  assert.equal(await page.locator('main button[type="submit"]').isDisabled(), true);
});

scene('a broken file of the portal blocks nothing', { config: '{ "environments": [' }, async ({ page }) => {
  await openConsole(page, '#/environment');
  await page.getByText('config.json could not be read').waitFor();
  await openConsole(page, KINESIS);
  await fillAll(page, VALUES);
  await submit(page);
  await output(page, 'id');
});

scene('keys of the portal’s file that mean nothing are named', {
  config: '{ "environments": [{ "name": "Acme", "colour": "red" }], "tokens": [] }',
}, async ({ page }) => {
  await openConsole(page, '#/environment');
  await page.getByText('tokens, environments[0].colour').waitFor();
});

/** Calls and records go through the portal, which answers under its own origin. */
const throughProxy = (emulator) =>
  JSON.stringify({
    environments: [
      {
        name: 'Acme through the portal',
        flowServiceUrl: '/portal/proxy/data/foundation/flowservice',
        apiKey: caller.key,
        orgId: caller.org,
        sandbox: caller.sandbox,
        inletRewrite: { from: emulator.origin, to: '/portal/proxy' },
      },
    ],
    defaultEnvironment: 'Acme through the portal',
  });

scene('a portal without CORS passes calls and records on', { config: throughProxy }, async (given) => {
  const { page, context, emulator, site, journal } = given;
  const called = new Set();
  context.on('request', (request) => called.add(new URL(request.url()).origin));
  await openConsole(page, '#/environment');
  await fill(page, 'accessToken', caller.token);
  await submit(page);
  await page.locator('main form [role="status"]').waitFor();

  const id = await createBaseConnection(page, 'en', { authenticated: true });
  await openConsole(page, `#/connections/${id}`);
  const inletUrl = await output(page, 'inletUrl');
  assert.ok(inletUrl.startsWith(emulator.origin), 'the inlet is shown where it is');
  await openConsole(page, `#/inlets/send?connection=${id}`);
  await page.waitForFunction((url) => document.querySelector('[name="inletUrl"]').value === url, inletUrl);
  const schema = { id: 'https://ns.adobe.com/acme/schemas/1', contentType: 'application/json' };
  const body = { xdmMeta: { schemaRef: schema }, xdmEntity: {} };
  const record = { header: { schemaRef: schema, datasetId: DATASET }, body };
  await fill(page, 'records', JSON.stringify(record));
  const panel = await page.locator('main aside').innerText();
  assert.match(panel, /POST\s*\/portal\/proxy\/collection\//, 'the panel shows where the record really goes');
  await submit(page);
  await output(page, 'xactionId');
  assert.deepEqual([...called], [site.origin]);
  assert.deepEqual(journal().at(-1).body, record);
});
