// Every documented way to sign in to every documented source: its form, filled by the names of its controls, sends
// what the table of examples says, value for value.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { control, fill, openConsole, output, submit, useLiveEnvironment } from './person.mjs';
import { scene } from './scene.mjs';

const requests = JSON.parse(await readFile(new URL('../catalog/requests.json', import.meta.url), 'utf8'));

/** As many are looked at in one scene. */
const SHARE = 23;

/** Several of a source's ways to sign in may have one name: which of these a request uses. */
function position(request) {
  const { connectionSpec, auth } = request;
  const alike = (other) => other.connectionSpec === connectionSpec && other.auth.specName === auth.specName;
  return requests.filter(alike).indexOf(request);
}

async function chooseWay(page, request) {
  const alike = page.locator(`main [name="/auth/specName"][value="${request.auth.specName}"]`);
  await alike.nth(position(request)).check({ force: true });
}

async function fillParameter(page, pointer, value) {
  const kind = await control(page, pointer)
    .first()
    .evaluate((element) => element.type);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  await fill(page, pointer, kind === 'checkbox' ? value : text);
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
