// The files of a release that are fetched when they are first wanted, and what happens when they are not there.

import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { openConsole, useLiveEnvironment } from './person.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';

const said = {
  en: { failed: 'This part of the console did not load', demo: 'The demo did not load', again: 'Try again' },
  fr: {
    failed: 'Cette partie de la console ne s’est pas chargée',
    demo: 'La démonstration ne s’est pas chargée',
    again: 'Réessayer',
  },
};

const PARTS = '**/part-*.wasm';

/** What a first visit may weigh, in bytes of brotli: at the catalog the budget of `xtask/src/sizes.rs`. */
const LIMITS = [
  { screen: 'the catalog', address: '#/', limit: 170_000 },
  { screen: 'a form', address: '#/sources/102706fb-a5cd-42ee-afe0-bc42f017ff43', limit: 350_000 },
];

/** What a file of the release weighs as a host sends it that knows brotli. */
async function weight(name) {
  const path = join(process.env.DIST, name);
  return (await stat(`${path}.br`).catch(() => stat(path))).size;
}

for (const { screen, address, limit } of LIMITS) {
  scene(`everything that a first visit to ${screen} fetches weighs no more than ${limit} bytes`, async ({ page, site }) => {
    const fetched = new Set();
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === site.origin) fetched.add(pathname.split('/').pop() || 'index.html');
    });
    await openConsole(page, address);
    await page.waitForLoadState('networkidle');
    const weights = await Promise.all([...fetched].map(weight));
    const whole = weights.reduce((sum, one) => sum + one, 0);
    assert.ok(whole <= limit, `${whole} bytes: ${[...fetched].join()}`);
    assert.ok([...fetched].some((name) => name.endsWith('_bg.wasm')), [...fetched].join());
  });
}

scene('the first screen fetches no part, the next one its own', async ({ page }) => {
  const parts = [];
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').pop();
    if (/^part-.*\.wasm$/.test(name)) parts.push(name);
  });
  await openConsole(page, '#/');
  assert.deepEqual(parts, []);
  await openConsole(page, '#/dataflows');
  assert.ok(parts.some((name) => name.startsWith('part-screens-')), parts.join());
  assert.ok(!parts.some((name) => name.startsWith('part-upload-')), parts.join());
  const fetched = parts.length;
  await openConsole(page, '#/');
  await openConsole(page, '#/connections');
  assert.equal(parts.length, fetched, 'a part is fetched once');
});

scene('pointing at a link, or tabbing to it, fetches what it leads to', async ({ page }) => {
  const fetched = (part) => page.waitForRequest((request) => request.url().includes(`/part-${part}-`));
  await openConsole(page, '#/');
  const screens = fetched('screens');
  const demo = fetched('emulator');
  await page.getByRole('link', { name: 'Dataflows' }).hover();
  await Promise.all([screens, demo]);
  const forms = fetched('forms');
  await page.getByRole('link', { name: 'Phoenix' }).focus();
  await forms;
  assert.equal(new URL(page.url()).hash, '#/');
});

sceneInBothLanguages('a part that does not come is said, and comes when it is asked for again', { failsOnPurpose: true }, async ({ page, context, language }) => {
  await openConsole(page, '#/');
  await context.route(PARTS, (route) => route.abort());
  await page.evaluate(() => { location.hash = '#/requests'; });
  await page.getByRole('alert').getByText(said[language].failed).waitFor();
  await page.getByRole('button', { name: said[language].again }).click();
  await page.getByRole('alert').getByText(said[language].failed).waitFor();
  await context.unroute(PARTS);
  await page.getByRole('button', { name: said[language].again }).click();
  await page.locator('main h1').waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
});

scene('the demo is fetched when a call needs its world, and not in another environment', async ({ page, emulator }) => {
  const demos = [];
  page.on('request', (request) => {
    if (request.url().includes('/part-emulator-')) demos.push(request.url());
  });
  await openConsole(page, '#/');
  await page.getByRole('link', { name: 'Phoenix' }).click();
  await page.getByLabel('Host').first().waitFor();
  assert.deepEqual(demos, []);
  await openConsole(page, '#/connections');
  await page.getByRole('link', { name: 'Warehouse' }).first().waitFor();
  assert.equal(demos.length, 1);
  demos.length = 0;
  await useLiveEnvironment(page, emulator);
  await openConsole(page, '#/connections');
  assert.deepEqual(demos, []);
});

sceneInBothLanguages('a demo that does not come is said, and comes when it is asked for again', { failsOnPurpose: true }, async ({ page, context, language }) => {
  await context.route('**/part-emulator-*.wasm', (route) => route.abort());
  await openConsole(page, '#/connections');
  const alert = page.getByRole('alert').filter({ hasText: said[language].demo });
  await alert.waitFor();
  await context.unroute('**/part-emulator-*.wasm');
  await alert.getByRole('button', { name: said[language].again }).click();
  await page.locator('main li a, main td a').first().waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
});
