// What goes wrong over HTTP ends in a message that says what to do, and costs nobody what they typed.

import assert from 'node:assert/strict';

import {
  caller,
  enterEnvironment,
  expectAlert,
  fill,
  fillAll,
  openConsole,
  output,
  press,
  settle,
  submit,
  submitButton,
  typed,
  useLiveEnvironment,
} from './person.mjs';
import { scene } from './scene.mjs';
import { troubles } from './troubles.mjs';

const REDSHIFT = '#/sources/3416976c-a9ca-4bba-901a-1f08f66978ff';
const NOTHING = '00000000-0000-4000-8000-000000000000';

const VALUES = {
  '/name': 'Visits',
  '/description': 'Visits of the web site',
  '/auth/params/server': 'analytics.example.com',
  '/auth/params/database': 'visits',
  '/auth/params/username': 'reader',
  '/auth/params/password': 'Redshift-Passw0rd',
};

const failing = { failsOnPurpose: true };

async function expectKept(page, values) {
  for (const [name, value] of Object.entries(values)) assert.equal(await typed(page, name), value, name);
}

async function fillForm(page, emulator, changes = {}) {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, REDSHIFT);
  const values = { ...VALUES, ...changes };
  await fillAll(page, values);
  return values;
}

/** Whoever is refused corrects that one value, and goes on. */
function refusedCaller(what, changes, trouble) {
  scene(`${what}: said on the Environment page`, failing, async ({ page, emulator }) => {
    await enterEnvironment(page, emulator, changes);
    await expectAlert(page, trouble);
    const { token, key, org, sandbox } = { ...caller, ...changes };
    await expectKept(page, {
      flowServiceUrl: emulator.flowServiceUrl,
      accessToken: token,
      apiKey: key,
      orgId: org,
      sandbox,
    });
    await fillAll(page, {
      accessToken: caller.token,
      apiKey: caller.key,
      orgId: caller.org,
      sandbox: caller.sandbox,
    });
    await submit(page);
    await page.locator('main form [role="status"]').waitFor();
    assert.equal(await page.locator('main [role="alert"]').count(), 0);
  });
}

refusedCaller('an expired token', { token: 'expired-yesterday' }, troubles.token);
refusedCaller('an unknown key', { key: 'unknown-client' }, troubles.key);
refusedCaller('an unknown organisation', { org: 'unknown@AdobeOrg' }, troubles.organisation);
refusedCaller('an organisation that is none', { org: 'Acme' }, troubles.organisation);
refusedCaller('an unknown sandbox', { sandbox: 'unknown-sandbox' }, troubles.sandbox);
refusedCaller('a sandbox by its title', { sandbox: 'Development' }, troubles.sandbox);

scene('an empty environment is not used', async ({ page, emulator, journal }) => {
  await enterEnvironment(page, emulator, { token: '', org: '' });
  assert.equal(await page.locator('main .error:visible').count(), 2);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'accessToken');
  assert.deepEqual(journal(), []);
});

/** A creation that fails, and succeeds once the reason is gone. */
function failedCreation(what, name, trouble) {
  scene(`${what}: the form keeps everything`, failing, async ({ page, emulator }) => {
    const values = await fillForm(page, emulator, { '/name': name });
    await submit(page);
    await expectAlert(page, trouble);
    await expectKept(page, values);
    await fill(page, '/name', 'Visits');
    await submit(page);
    await output(page, 'id');
    assert.equal(await page.locator('main [role="alert"]:visible').count(), 0);
  });
}

failedCreation('429', 'fail-429', troubles.throttled);
failedCreation('503', 'fail-503', troubles.unavailable);
failedCreation('500', 'fail-500', troubles.broken);
failedCreation('a web page instead of JSON', 'fail-html', troubles.webPage);
failedCreation('a connection that is cut', 'fail-drop', troubles.noAnswer);

scene('a token that expires while the form is open', failing, async ({ page, emulator }) => {
  const values = await fillForm(page, emulator);
  await emulator.switchFaults({ expiredToken: true });
  await submit(page);
  await expectAlert(page, troubles.token);
  await expectKept(page, values);

  // The message leads to the Environment page, and the form is still filled in afterwards.
  await page.locator('main [role="alert"] a').click();
  await page.waitForURL('**/#/environment');
  await emulator.switchFaults({});
  await fill(page, 'accessToken', 'another-token');
  await submit(page);
  await page.locator('main form [role="status"]').waitFor();
  await openConsole(page, REDSHIFT);
  await expectKept(page, values);
  await submit(page);
  await output(page, 'id');
});

scene('a network that is down, then up again', failing, async ({ page, context, emulator }) => {
  const values = await fillForm(page, emulator);
  await context.setOffline(true);
  await submit(page);
  await expectAlert(page, troubles.noAnswer);
  await expectKept(page, values);
  await context.setOffline(false);
  await submit(page);
  await output(page, 'id');
});

scene('a double click creates one connection', async ({ page, emulator, turnPage, journal }) => {
  await fillForm(page, emulator);
  turnPage();
  await submitButton(page).dblclick();
  await output(page, 'id');
  assert.equal(journal().filter((entry) => entry.method === 'POST').length, 1);
});

scene('a slow answer: the button says so and sends once', async ({ page, emulator, turnPage, journal }) => {
  await fillForm(page, emulator, { '/name': 'fail-slow' });
  turnPage();
  await submit(page);
  await page.locator('main button[type="submit"][aria-disabled="true"]', { hasText: 'Sending…' }).waitFor();
  await submitButton(page).press('Enter');
  await output(page, 'id');
  assert.equal(journal().filter((entry) => entry.method === 'POST').length, 1);
});

for (const [what, route] of [
  ['source', `#/sources/${NOTHING}`],
  ['connection', `#/connections/${NOTHING}`],
  ['dataflow', `#/dataflows/${NOTHING}`],
  ['beginning of a dataflow', `#/dataflows/new?source=${NOTHING}`],
  ['inlet to send to', `#/inlets/send?connection=${NOTHING}`],
]) {
  scene(`an unknown ${what} in the address`, failing, async ({ page, emulator }) => {
    await useLiveEnvironment(page, emulator);
    await openConsole(page, route);
    await expectAlert(page, troubles.notFound);
  });
}

scene('a list that could not be loaded is asked for again', failing, async ({ page, emulator }) => {
  await useLiveEnvironment(page, emulator);
  await emulator.switchFaults({ unavailable: true });
  await openConsole(page, '#/sources');
  await expectAlert(page, troubles.unavailable);
  await emulator.switchFaults({});
  await press(page, 'Try again');
  await settle(page);
  await page.getByRole('link', { name: 'Phoenix' }).waitFor();
});

scene('the answer as it came is one click away', failing, async ({ page, emulator }) => {
  await fillForm(page, emulator, { '/name': 'fail-503' });
  await submit(page);
  const details = page.locator('main [role="alert"] details');
  await details.locator('summary').click();
  const text = await details.locator('pre').innerText();
  assert.equal(JSON.parse(text).type, 'https://ns.adobe.com/aep/errors/FLOW-1103-503');
});
