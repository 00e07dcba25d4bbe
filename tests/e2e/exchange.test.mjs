// What comes in and goes out: links followed and made, connections duplicated, requests copied, bodies as JSON.

import assert from 'node:assert/strict';

import { arrived, panelBody, PASSWORD, PHOENIX, words } from './exchange.mjs';
import {
  control,
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
import { scene, sceneInBothLanguages } from './scene.mjs';

const POSTGRESQL = '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137';

const withClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

scene('a link fills the form, over what was typed, and leaves secrets out', async ({ page }) => {
  await openConsole(page, POSTGRESQL);
  await fill(page, '/description', 'Mine');
  await openConsole(page, '#/requests');
  const link = [
    `${POSTGRESQL}?/name=Sales%20%26%20Co`,
    '/auth/specName=Basic+Authentication',
    '/auth/params/server=db.example.com',
    '/auth/params/sslMode=false',
    `/auth/params/password=${PASSWORD}`,
    '/auth/params/planet=1',
  ].join('&');
  await openConsole(page, link);
  await page.locator('main #arrival').waitFor();
  assert.equal(await typed(page, '/name'), 'Sales & Co');
  assert.equal(await typed(page, '/description'), 'Mine');
  const { auth } = await panelBody(page);
  assert.equal(auth.specName, 'Basic Authentication');
  assert.equal(auth.params.server, 'db.example.com');
  assert.equal(auth.params.sslMode, 'false');
  assert.equal(await typed(page, '/auth/params/password'), '');
  const notice = await arrived(page);
  assert.match(notice, /“\/auth\/params\/password” is secret and was left out/);
  assert.match(notice, /“\/auth\/params\/planet”/);
  assert.ok(!notice.includes(PASSWORD));
  assert.ok(page.url().includes('/name='));
});

sceneInBothLanguages('a form goes into a link without its secrets, and comes out of it', withClipboard, async ({ page, language }) => {
  const values = { '/name': 'Äpfel & Birnen', '/description': 'a=b#c', '/auth/params/host': 'h', '/auth/params/port': '443' };
  await openConsole(page, PHOENIX);
  await fillAll(page, { ...values, '/auth/params/password': PASSWORD });
  await fill(page, '/auth/params/enableSsl', true);
  await press(page, words[language].link);
  await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes('#/sources/')));
  const link = await clipboard(page);
  assert.ok(link.startsWith(page.url().split('#')[0] + PHOENIX), link);
  assert.ok(!decodeURIComponent(link).includes(PASSWORD), link);
  const other = await page.context().browser().newContext();
  const elsewhere = await other.newPage();
  await elsewhere.goto(link);
  await settle(elsewhere);
  for (const [name, value] of Object.entries(values)) assert.equal(await typed(elsewhere, name), value, name);
  assert.equal(await control(elsewhere, '/auth/params/enableSsl').isChecked(), true);
  assert.equal(await typed(elsewhere, '/auth/params/password'), '');
  await other.close();
});

sceneInBothLanguages('a connection is duplicated, but for its secrets', async ({ page, emulator, journal, language }) => {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, PHOENIX);
  const values = {
    '/name': 'Orders',
    '/description': 'All of them',
    '/auth/params/host': 'h',
    '/auth/params/username': 'u',
    '/auth/params/port': '443',
    '/auth/params/httpPath': '/p',
  };
  await fillAll(page, { ...values, '/auth/params/password': PASSWORD });
  await submit(page);
  const id = await output(page, 'id');
  await openConsole(page, `#/connections/${id}`);
  await press(page, words[language].duplicate);
  await page.waitForURL(`**/${PHOENIX}`);
  await page.locator('main #arrival').waitFor();
  for (const [name, value] of Object.entries(values)) {
    const expected = name === '/name' ? `Orders ${words[language].copy}` : value;
    assert.equal(await typed(page, name), expected, name);
  }
  assert.equal(await typed(page, '/auth/params/password'), '');
  await fill(page, '/auth/params/password', 'Another-one');
  await submit(page);
  await output(page, 'id');
  const made = journal().filter((entry) => entry.method === 'POST');
  assert.deepEqual(Object.keys(made.at(-1).body).sort(), ['auth', 'connectionSpec', 'description', 'name']);
  assert.equal(made.at(-1).body.auth.params.password, 'Another-one');
});

scene('a request is copied in every format, with placeholders', withClipboard, async ({ page }) => {
  await openConsole(page, PHOENIX);
  await fillAll(page, { '/name': 'Orders', '/auth/params/password': PASSWORD });
  const menu = page.locator('main aside .menu');
  await menu.locator('.menu-opener').click();
  const marks = {
    'cURL (bash, zsh)': /^curl .*\$PASSWORD|\$\{?PASSWORD/s,
    'cURL (Windows, cmd)': /^curl .*%PASSWORD%/s,
    PowerShell: /Invoke-RestMethod/,
    HTTPie: /^http .*POST/s,
    'Python (requests)': /import requests/,
    'Postman collection': /"schema": "https:\/\/schema\.getpostman\.com/,
    'JSON body': /^\{\s+"name": "Orders"/,
  };
  for (const [name, mark] of Object.entries(marks)) {
    await menu.getByRole('button', { name, exact: true }).click();
    await menu.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await clipboard(page);
    assert.match(text, mark, name);
    assert.ok(!text.includes(PASSWORD), name);
    await menu.getByRole('button', { name, exact: true }).waitFor();
  }
});

scene('real values are copied by choice alone, and the choice is not remembered', withClipboard, async ({ page }) => {
  await openConsole(page, PHOENIX);
  await fillAll(page, { '/name': 'Orders', '/auth/params/password': PASSWORD });
  const menu = page.locator('main aside .menu');
  await menu.locator('.menu-opener').focus();
  await page.keyboard.press('Enter');
  await menu.locator('[name="realValues"]').check();
  assert.match(await menu.innerText(), /copied as they are/);
  await menu.getByRole('button', { name: 'JSON body' }).click();
  await menu.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(JSON.parse(await clipboard(page)).auth.params.password, PASSWORD);
  assert.ok(!(await page.locator('main aside').innerText()).includes(PASSWORD));
  await page.keyboard.press('Escape');
  assert.equal(await menu.locator('.menu-opener').getAttribute('aria-expanded'), 'false');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'More formats');
  await page.keyboard.press('Enter');
  assert.equal(await menu.locator('[name="realValues"]').isChecked(), false);
  await openConsole(page, '#/requests');
  await page.locator('main details summary').first().click();
  await page.locator('main .exchange .menu-opener').click();
  await page.getByRole('button', { name: 'Postman collection' }).waitFor();
  assert.equal(await page.locator('main [name="realValues"]').count(), 0);
});

scene('the same body as JSON: what no document knows is kept, shown and sent', async ({ page, emulator, journal }) => {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, PHOENIX);
  await fillAll(page, {
    '/name': 'Orders',
    '/auth/params/host': 'h',
    '/auth/params/username': 'u',
    '/auth/params/password': PASSWORD,
    '/auth/params/port': '443',
    '/auth/params/httpPath': '/p',
  });
  await control(page, 'view').click();
  const body = JSON.parse(await typed(page, 'json'));
  body.colour = 'green';
  body.auth.type = { deep: [1] };
  await control(page, 'json').fill(JSON.stringify(body, null, 2));
  assert.equal((await panelBody(page)).colour, 'green');
  await control(page, 'view').click();
  assert.equal(await typed(page, '/colour#name'), 'colour');
  assert.equal(await typed(page, '/auth/type#name'), 'type');
  await control(page, 'view').click();
  assert.deepEqual(JSON.parse(await typed(page, 'json')).auth.type, { deep: [1] });
  await control(page, 'view').click();
  await submit(page);
  await output(page, 'id');
  const sent = journal().at(-1).body;
  assert.equal(sent.colour, 'green');
  assert.deepEqual(sent.auth.type, { deep: [1] });
  assert.equal(sent.auth.params.password, PASSWORD);
});

scene('JSON with an error says the line; another source is another page', async ({ page }) => {
  await openConsole(page, PHOENIX);
  await control(page, 'view').click();
  await control(page, 'json').fill('{\n  "name": "a",\n  "description" "b"\n}');
  const error = page.locator('#field-json-error');
  assert.match(await error.innerText(), /3\s+"description" "b"/);
  await control(page, 'view').click();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'json');
  await control(page, 'json').fill('{ "name": "a", "connectionSpec": { "id": "another" } }');
  assert.match(await error.innerText(), /\/connectionSpec\/id.*102706fb/);
  assert.equal((await panelBody(page)).name, '');
  await control(page, 'json').fill('{ "name": "a" }');
  assert.equal(await error.innerText(), '');
  assert.equal((await panelBody(page)).name, 'a');
});
