// The files of a release that are fetched when they are first wanted, and what happens when they are not there.

import assert from 'node:assert/strict';

import { openConsole } from './person.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';

const said = {
  en: { failed: 'This part of the console did not load', again: 'Try again' },
  fr: { failed: 'Cette partie de la console ne s’est pas chargée', again: 'Réessayer' },
};

const PARTS = '**/part-*.wasm';

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
