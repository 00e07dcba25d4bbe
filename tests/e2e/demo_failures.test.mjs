// The same troubles by the switches of the demo, where the page must stay entirely silent.

import assert from 'node:assert/strict';

import {
  expectAlert,
  fill,
  fillAll,
  openConsole,
  output,
  press,
  settle,
  submit,
  typed,
} from './person.mjs';
import { scene } from './scene.mjs';
import { createBaseConnection } from './streaming.mjs';
import { troubles } from './troubles.mjs';

const REDSHIFT = '#/sources/3416976c-a9ca-4bba-901a-1f08f66978ff';

const VALUES = {
  '/name': 'Visits',
  '/auth/params/server': 'analytics.example.com',
  '/auth/params/database': 'visits',
  '/auth/params/username': 'reader',
  '/auth/params/password': 'Redshift-Passw0rd',
};

async function flip(page, fault, on) {
  await openConsole(page, '#/environment');
  await fill(page, fault, on);
}

function fault(name, trouble) {
  scene(`the switch ${name}`, async ({ page }) => {
    await openConsole(page, REDSHIFT);
    await fillAll(page, VALUES);
    await flip(page, name, true);

    // A screen that loads something says so, and asks again.
    await openConsole(page, REDSHIFT);
    await expectAlert(page, trouble);
    await flip(page, name, false);
    await openConsole(page, REDSHIFT);
    for (const [field, value] of Object.entries(VALUES)) assert.equal(await typed(page, field), value, field);
    await submit(page);
    await output(page, 'id');
  });
}

fault('expiredToken', troubles.token);
fault('throttled', troubles.throttled);
fault('unavailable', troubles.unavailable);
fault('notJson', troubles.webPage);
fault('dropped', troubles.noAnswer);
fault('droppedAnswer', troubles.noAnswer);

scene('a creation that fails in the demo', async ({ page }) => {
  await openConsole(page, REDSHIFT);
  await fillAll(page, { ...VALUES, '/name': 'fail-503' });
  await submit(page);
  await expectAlert(page, troubles.unavailable);
  await fill(page, '/name', 'Visits');
  await submit(page);
  await output(page, 'id');
});

scene('a record that an expired token cannot send', async ({ page }) => {
  const id = await createBaseConnection(page, 'en', { authenticated: true });
  await openConsole(page, `#/inlets/send?connection=${id}`);
  await page.waitForFunction(() => document.querySelector('[name="inletUrl"]').value !== '');
  await fill(page, 'format', 'raw');
  await fill(page, 'sample', '0');
  const record = await typed(page, 'records');
  await fill(page, 'authenticated', false);
  await submit(page);
  await expectAlert(page, troubles.inletToken);
  assert.equal(await typed(page, 'records'), record);
});

scene('a slow network shows that something is under way', async ({ page }) => {
  await flip(page, 'slow', true);
  const loading = page.locator('main .loading[role="status"]');
  await page.evaluate(() => {
    location.hash = '#/connections';
  });
  await loading.waitFor();
  await settle(page);
  await page.getByRole('link', { name: 'Sales warehouse' }).waitFor();
});

scene('the demo can be put back to how it was', async ({ page }) => {
  await createBaseConnection(page, 'en');
  await openConsole(page, '#/environment');
  await press(page, 'Reset demo data');
  await page.getByText('Done: the demo is as it was at first.').waitFor();
  await openConsole(page, '#/connections');
  await page.getByRole('link', { name: 'Sales warehouse' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Sample streaming connection' }).count(), 0);
  await page.reload();
  await settle(page);
  assert.equal(await page.getByRole('link', { name: 'Sample streaming connection' }).count(), 0);
});
