// Every documented way to sign in to every documented source: its form, filled by the names of its controls, sends
// what the table of examples says, value for value.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { control, fill, openConsole, output, submit, useLiveEnvironment } from './person.mjs';
import { scene } from './scene.mjs';

const requests = JSON.parse(await readFile(new URL('../catalog/requests.json', import.meta.url), 'utf8'));

/** As many are looked at in one scene. */
const SHARE = 23;

/** Which of a source's ways to sign in a request uses: several may have one name. */
function position(request) {
  return requests.filter(({ connectionSpec }) => connectionSpec === request.connectionSpec).indexOf(request);
}

async function chooseWay(page, request) {
  const radio = page.locator('main [name="/auth/specName"]').nth(position(request));
  assert.equal(await radio.inputValue(), request.auth.specName);
  await radio.check({ force: true });
}

async function fillParameter(page, pointer, value) {
  const kind = await control(page, pointer)
    .first()
    .evaluate((element) => element.type);
  const isText = typeof value !== 'boolean' || kind !== 'checkbox';
  await fill(page, pointer, isText ? String(value) : value);
}

async function create(page, request) {
  // The one before may have been of the same source, and its page shows what was made.
  await openConsole(page, '#/requests');
  await openConsole(page, `#/sources/${request.connectionSpec}`);
  await chooseWay(page, request);
  for (const fold of await page.locator('main form details:not([open]) > summary:visible').all()) await fold.click();
  await fill(page, '/name', request.source);
  for (const [name, value] of Object.entries(request.auth.params)) {
    await fillParameter(page, `/auth/params/${name}`, value);
  }
  await submit(page);
  await output(page, 'id');
}

for (let start = 0; start < requests.length; start += SHARE) {
  const share = requests.slice(start, start + SHARE);
  scene(`from ${share[0].source} to ${share.at(-1).source}`, async ({ page, emulator, journal }) => {
    await useLiveEnvironment(page, emulator);
    for (const request of share) {
      await create(page, request);
      const { body } = journal().at(-1);
      assert.deepEqual(body.auth, request.auth, `${request.source}: ${request.auth.specName}`);
      assert.deepEqual(body.connectionSpec.id, request.connectionSpec);
    }
  });
}
