// What the console meets outside of itself: denied storage, wrong addresses, odd pastes.

import assert from 'node:assert/strict';

import {
  control,
  expectLanguage,
  fill,
  fillAll,
  follow,
  openConsole,
  openRoute,
  output,
  settle,
  submit,
  switchLanguage,
  typed,
  useLiveEnvironment,
} from './person.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';

const KINESIS = '#/sources/86043421-563b-46ec-8e6c-e23184711bf6';
const VALUES = { '/name': 'Orders', '/auth/params/accessKeyId': 'key', '/auth/params/secretKey': 'secret' };

/** Runs in the page before anything of its own: the browser keeps nothing for it. */
function denyStorage() {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  }
}

/** Runs in the page before anything of its own: there is a store, but nothing fits into it. */
function fillStorage() {
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  IDBFactory.prototype.open = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
}

for (const [what, spoil] of [
  ['storage that is denied', denyStorage],
  ['storage that is full', fillStorage],
]) {
  scene(what, async ({ page, context, emulator }) => {
    await context.addInitScript(spoil);
    await openConsole(page, KINESIS);
    await fillAll(page, VALUES);
    await submit(page);
    await output(page, 'id');
    await switchLanguage(page);
    await page.locator('.bar .theme').click();
    await switchLanguage(page);
    await useLiveEnvironment(page, emulator);
    await page.getByText('This browser does not let the page keep anything').waitFor();
    await openConsole(page, KINESIS);
    await fillAll(page, VALUES);
    await submit(page);
    await output(page, 'id');
  });
}

sceneInBothLanguages('an address that leads nowhere', async ({ page, language }) => {
  const [title, home] = {
    en: ['There is no such page', 'Go to Sources'],
    fr: ['Cette page n’existe pas', 'Aller aux sources'],
  }[language];
  await openConsole(page, '#/nowhere/at/all?x=1');
  await expectLanguage(page, language, title, '/nowhere/at/all?x=1');
  assert.equal(await page.locator('nav [aria-current]').count(), 0);
  await follow(page, home);
  await page.waitForURL('**/#/sources');
  await page.getByRole('link', { name: 'Phoenix' }).waitFor();
});

scene('no address shows the sources', async ({ page }) => {
  await openConsole(page);
  await page.getByRole('link', { name: 'Phoenix' }).waitFor();
  assert.equal(await page.locator('nav [aria-current="page"]').innerText(), 'Sources');
});

scene('back and forward', async ({ page }) => {
  await openConsole(page, '#/connections');
  await openConsole(page, '#/inlets');
  await page.goBack();
  await page.locator('main h1', { hasText: 'Connections' }).waitFor();
  await page.goForward();
  await page.locator('main h1', { hasText: 'Inlets' }).waitFor();
});

scene('screens that are left while they load break nothing', async ({ page }) => {
  await openConsole(page, '#/environment');
  await fill(page, 'slow', true);
  const routes = [
    '#/sources',
    KINESIS,
    '#/connections',
    '#/connections/none',
    '#/dataflows',
    '#/dataflows/none',
    '#/dataflows/new?source=none',
    '#/inlets',
    '#/inlets/send?connection=none',
    '#/requests',
  ];
  for (const route of [...routes, ...routes.toReversed()]) {
    await openRoute(page, route);
    await switchLanguage(page);
  }
  // All but the list of requests ask for something, and are answered while another screen is open.
  await page.locator('nav .count', { hasText: '20' }).waitFor();
  await openConsole(page, '#/requests');
  await page.locator('main .badge', { hasText: 'waiting' }).first().waitFor({ state: 'detached' });
  await openConsole(page, '#/environment');
  await fill(page, 'slow', false);
  await openConsole(page, '#/connections');
  await page.getByRole('link', { name: 'Sales warehouse' }).waitFor();
});

scene('a token with what is pasted around it', async ({ page, emulator, journal }) => {
  await useLiveEnvironment(page, emulator, { token: '  Bearer abc.def  ' });
  assert.equal(journal().at(-1).headers.authorization, 'Bearer abc.def');
});

scene('the demo is left and entered again', async ({ page, emulator }) => {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, '#/connections');
  await page.getByText('No base connection in this sandbox yet.').waitFor();
  await openConsole(page, '#/environment');
  await fill(page, 'environment', 'demo');
  await submit(page);
  await page.locator('main form [role="status"]').waitFor();
  await openConsole(page, '#/connections');
  await settle(page);
  await page.getByRole('link', { name: 'Sales warehouse' }).waitFor();
  assert.equal(await control(page, 'demo').count(), 0);
});
