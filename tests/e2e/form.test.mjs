// How a form behaves: when it complains, what it sends, and what it never loses.

import assert from 'node:assert/strict';

import {
  control,
  expectLanguage,
  fill,
  fillAll,
  openConsole,
  output,
  settle,
  submit,
  submitButton,
  switchLanguage,
  typed,
  useLiveEnvironment,
} from './person.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';
import { words } from './words.mjs';

const PHOENIX = '#/sources/102706fb-a5cd-42ee-afe0-bc42f017ff43';
const KINESIS = '#/sources/86043421-563b-46ec-8e6c-e23184711bf6';
const POSTGRESQL = '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137';
const STREAMING = '#/sources/bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb';

/** What is to be read at a field, found by what the control says describes it. */
async function messageAt(page, name) {
  return control(page, name).evaluate((element) =>
    element
      .getAttribute('aria-describedby')
      .split(' ')
      .map((id) => document.getElementById(id))
      .filter((described) => described?.checkVisibility({ visibilityProperty: true }))
      .map((described) => described.textContent.trim())
      .join(' '),
  );
}

const isInvalid = async (page, name) => (await control(page, name).getAttribute('aria-invalid')) === 'true';

const focused = (page) => page.evaluate(() => document.activeElement.name);

/** The body in the request panel. */
const panelBody = async (page) =>
  JSON.parse(await page.locator('main aside pre').innerText());

sceneInBothLanguages('a required field complains when it is left, not before', async ({ page, language }) => {
  await openConsole(page, PHOENIX);
  assert.equal(await isInvalid(page, '/name'), false);
  await control(page, '/name').focus();
  assert.equal(await isInvalid(page, '/name'), false);
  await control(page, '/name').blur();
  assert.equal(await isInvalid(page, '/name'), true);
  assert.equal(await messageAt(page, '/name'), words[language].required);
  await fill(page, '/name', 'Orders');
  assert.equal(await isInvalid(page, '/name'), false);
  assert.equal(await isInvalid(page, '/auth/params/host'), false);
});

sceneInBothLanguages('all complain on submit, and the first one gets the focus', async ({ page, language }) => {
  await openConsole(page, PHOENIX);
  await fill(page, '/name', 'Orders');
  await submit(page);
  const required = ['host', 'username', 'password', 'port', 'httpPath'].map((name) => `/auth/params/${name}`);
  for (const name of required) assert.equal(await messageAt(page, name), words[language].required, name);
  assert.equal(await focused(page), '/auth/params/host');
  const summary = page.locator('main form [role="alert"]');
  assert.match(await summary.innerText(), /5/);
  await fill(page, '/auth/params/host', 'phoenix.example.com');
  assert.match(await summary.innerText(), /4/);
  assert.equal(await page.locator('main output[name="id"]').count(), 0);
});

scene('no message pulls the button away from under the pointer', async ({ page }) => {
  for (const width of [390, 768, 1024, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 1400 });
    for (const [name, value] of [
      ['/auth/params/port', 'four'],
      ['/auth/params/httpPath', ''],
      ['/name', ''],
    ]) {
      // A form that was left complains of nothing when one comes back to it.
      await openConsole(page, '#/requests');
      await openConsole(page, PHOENIX);
      await fill(page, name, value);
      await control(page, name).focus();
      const before = await submitButton(page).boundingBox();
      await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
      await page.mouse.down();
      const pressed = await submitButton(page).boundingBox();
      assert.deepEqual(pressed, before, `leaving ${name} moves nothing at ${width} pixels`);
      await page.mouse.up();
      await page.locator('main form [role="alert"]').waitFor();
    }
  }
});

sceneInBothLanguages('a port that is no number', async ({ page, language }) => {
  await openConsole(page, PHOENIX);
  for (const wrong of ['443a', '4,5', '1e3']) {
    await fill(page, '/auth/params/port', wrong);
    await control(page, '/auth/params/port').blur();
    assert.equal(await messageAt(page, '/auth/params/port'), words[language].wholeNumber, wrong);
  }
  await fill(page, '/auth/params/port', '65536');
  assert.equal(await isInvalid(page, '/auth/params/port'), true);
  await fill(page, '/auth/params/port', '443');
  assert.equal(await isInvalid(page, '/auth/params/port'), false);
  assert.strictEqual((await panelBody(page)).auth.params.port, 443);
});

scene('optional fields that are empty, or were emptied, are not sent', async ({ page, emulator, journal }) => {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, STREAMING);
  await fillAll(page, { '/name': 'Orders', '/auth/params/dataType': 'xdm', '/auth/params/sourceId': 'x' });
  await fill(page, '/auth/params/sourceId', '');
  await fill(page, '/auth/params/authenticationRequired', true);
  await page.getByRole('button', { name: 'Do not send' }).click();
  await submit(page);
  await output(page, 'id');
  const { body } = journal().at(-1);
  assert.deepEqual(body.auth.params, { dataType: 'xdm' });
  assert.equal('description' in body, false);
});

scene('a flag that was switched off is sent as false', async ({ page, emulator, journal }) => {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, STREAMING);
  await fillAll(page, { '/name': 'Orders', '/auth/params/dataType': 'xdm' });
  await fill(page, '/auth/params/authenticationRequired', true);
  await fill(page, '/auth/params/authenticationRequired', false);
  await submit(page);
  await output(page, 'id');
  assert.strictEqual(journal().at(-1).body.auth.params.authenticationRequired, false);
});

scene('what the service fills in itself is not asked for', async ({ page }) => {
  await openConsole(page, STREAMING);
  await control(page, '/auth/params/dataType').first().waitFor();
  assert.equal(await page.locator('main [name="/auth/params/inletUrl"]').count(), 0);
  assert.equal(await page.locator('main [name="/auth/params/inletId"]').count(), 0);
});

scene('the request panel follows the keystrokes', async ({ page }) => {
  await openConsole(page, KINESIS);
  await control(page, '/name').pressSequentially('Orders');
  assert.equal((await panelBody(page)).name, 'Orders');
  await control(page, '/auth/params/secretKey').pressSequentially('abc');
  assert.equal((await panelBody(page)).auth.params.secretKey, '$SECRET_KEY');
  const panel = await page.locator('main aside').innerText();
  assert.match(panel, /POST\s*https:\/\/demo\.invalid\s*\/data\/foundation\/flowservice\/connections/);
  assert.match(panel, /Bearer \$ACCESS_TOKEN/);
});

scene('text is sent as it was typed, blanks and all', async ({ page, emulator, journal }) => {
  const strange = '  “Ärger” \\ <b>\u{1F418}</b> ${x} ';
  await useLiveEnvironment(page, emulator);
  await openConsole(page, KINESIS);
  await fillAll(page, { '/name': strange, '/auth/params/accessKeyId': strange, '/auth/params/secretKey': strange });
  await submit(page);
  await output(page, 'id');
  const { body } = journal().at(-1);
  assert.equal(body.name, strange);
  assert.deepEqual(body.auth.params, { accessKeyId: strange, secretKey: strange });
});

scene('what was typed is there again after a look at another screen', async ({ page }) => {
  const values = {
    '/name': 'Orders',
    '/auth/params/connectionString': 'Server=db.example.com;Password=Elephant-Passw0rd',
  };
  await openConsole(page, POSTGRESQL);
  await fill(page, '/auth/specName', words.en.connectionString);
  await fillAll(page, values);
  await openConsole(page, '#/requests');
  await openConsole(page, KINESIS);
  assert.equal(await typed(page, '/name'), '');
  await openConsole(page, POSTGRESQL);
  for (const [name, value] of Object.entries(values)) assert.equal(await typed(page, name), value, name);
});

scene('a reload keeps what was typed, except secrets', async ({ page }) => {
  await openConsole(page, PHOENIX);
  await fillAll(page, { '/name': 'Orders', '/auth/params/port': '44', '/auth/params/password': 'Phoenix-Passw0rd' });
  await fill(page, '/auth/params/enableSsl', true);
  await page.reload();
  await settle(page);
  assert.equal(await typed(page, '/name'), 'Orders');
  assert.equal(await typed(page, '/auth/params/port'), '44');
  assert.equal(await typed(page, '/auth/params/password'), '');
  assert.equal(await control(page, '/auth/params/enableSsl').isChecked(), true);
});

scene('a connection that was made leaves no draft behind', async ({ page }) => {
  await openConsole(page, KINESIS);
  await fillAll(page, { '/name': 'Orders', '/auth/params/accessKeyId': 'a', '/auth/params/secretKey': 'b' });
  await submit(page);
  await output(page, 'id');
  await openConsole(page, '#/connections');
  await openConsole(page, KINESIS);
  for (const name of ['/name', '/auth/params/accessKeyId', '/auth/params/secretKey']) {
    assert.equal(await typed(page, name), '', name);
  }
  await page.reload();
  await settle(page);
  assert.equal(await typed(page, '/name'), '');
});

scene('another way to sign in, and back again', async ({ page }) => {
  const basic = {
    '/auth/params/server': 'db.example.com',
    '/auth/params/password': 'Elephant-Passw0rd',
    '/auth/params/sslMode': 'Prefer',
  };
  await openConsole(page, POSTGRESQL);
  await fill(page, '/name', 'Orders');
  await fill(page, '/auth/specName', words.en.userAndPassword);
  await fillAll(page, basic);
  await fill(page, '/auth/specName', words.en.connectionString);
  assert.equal(await typed(page, '/name'), 'Orders');
  assert.deepEqual((await panelBody(page)).auth, {
    specName: 'Connection String Based Authentication',
    params: {},
  });
  await fill(page, '/auth/specName', words.en.userAndPassword);
  for (const [name, value] of Object.entries(basic)) assert.equal(await typed(page, name), value, name);
});

scene('another language changes no value', async ({ page }) => {
  const values = { '/name': 'Orders', '/auth/params/port': '44x', '/auth/params/password': 'Phoenix-Passw0rd' };
  await openConsole(page, PHOENIX);
  await fillAll(page, values);
  await fill(page, '/auth/params/enableSsl', true);
  await control(page, '/auth/params/password').blur();
  await switchLanguage(page);
  await expectLanguage(page, 'fr', words.fr.createConnection, words.fr.wholeNumber);
  for (const [name, value] of Object.entries(values)) assert.equal(await typed(page, name), value, name);
  assert.equal(await control(page, '/auth/params/enableSsl').isChecked(), true);
  assert.match(await page.title(), /^Phoenix/);
});

scene('the language and the theme are remembered', { colorScheme: 'light' }, async ({ page }) => {
  await openConsole(page, '#/environment');
  await switchLanguage(page);
  const theme = page.locator('.bar .theme');
  await theme.click();
  await theme.click();
  await page.locator('html[data-theme="dark"]').waitFor();
  await page.reload();
  await page.locator('html[lang="fr"][data-theme="dark"]').waitFor();
  await settle(page);
  assert.match(await page.title(), /^Environnement/);
});
