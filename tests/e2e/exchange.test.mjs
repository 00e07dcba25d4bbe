// What comes in and goes out: commands pasted, links followed and made, connections duplicated, requests copied.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

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
import { createBaseConnection } from './streaming.mjs';

const PHOENIX = '#/sources/102706fb-a5cd-42ee-afe0-bc42f017ff43';
const POSTGRESQL = '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137';
const STREAMING = '#/sources/bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb';
const PASSWORD = 'Elephant-Passw0rd';

const withClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

const words = {
  en: { paste: 'Paste a command…', use: 'Use it', duplicate: 'Duplicate…', copy: '(copy)', link: 'Copy link' },
  fr: { paste: 'Coller une commande…', use: 'Utiliser', duplicate: 'Dupliquer…', copy: '(copie)', link: 'Copier le lien' },
};

/** A command as a tutorial prints it. */
function command(tutorial, title) {
  const text = readFileSync(new URL(`../interchange/commands/${tutorial}.txt`, import.meta.url), 'utf8');
  const section = text.split(/^=== /m).find((part) => part.startsWith(`${title}\n`));
  return section.slice(title.length + 1);
}

const dialog = (page) => page.locator('main dialog[open]');

/** Opens the dialog, pastes, and gives what is said about it. */
async function paste(page, text, language = 'en') {
  await page.getByRole('button', { name: words[language].paste }).click();
  await dialog(page).locator('[name="command"]').fill(text);
  await dialog(page).locator('[role="status"]').waitFor();
  return dialog(page).innerText();
}

const useIt = async (page, language = 'en') => {
  await dialog(page).getByRole('button', { name: words[language].use }).click();
  await dialog(page).waitFor({ state: 'detached' });
};

const arrived = (page) => page.locator('main #arrival').innerText();

/** The body in the request panel. */
const panelBody = async (page) => JSON.parse(await page.locator('main aside pre').innerText());

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

const BASE_CONNECTIONS = [
  {
    of: ['amazon_kinesis', 'create a connection'],
    auth: { specName: 'Basic Authentication for Kinesis', params: { accessKeyId: 'accessKeyId', secretKey: '$SECRET_KEY' } },
    name: 'Amazon Kinesis connection',
  },
  {
    of: ['amazon_redshift', 'create a connection'],
    auth: { specName: 'Basic Authentication', params: {} },
    name: 'amazon-redshift base connection',
    says: /Line 3, column 5\d:.*quotation mark is missing/,
  },
  {
    of: ['phoenix', 'create a connection'],
    auth: { specName: 'Basic Authentication', params: {} },
    name: 'Phoenix test connection',
    says: /Line 10, column 18: a placeholder stands here/,
  },
  {
    of: ['postgresql', 'connection string'],
    auth: { specName: 'Connection String Based Authentication', params: { connectionString: '$CONNECTION_STRING' } },
    name: 'PostgreSQL base connection',
    says: /a placeholder inside “\/auth\/params\/connectionString”/,
  },
  {
    of: ['postgresql', 'basic authentication'],
    auth: {
      specName: 'Basic Authentication',
      params: { server: 'localhost', port: '3306', database: 'postgresql-acme', username: 'acme', password: '$PASSWORD', sslMode: 'Allow' },
    },
    name: 'PostgreSQL base connection',
  },
  {
    of: ['postgresql', 'basic authentication on Amazon Web Services'],
    auth: {
      specName: 'Basic Authentication',
      params: { server: 'localhost', port: '3306', database: 'postgresql-acme', username: 'acme', password: '$PASSWORD', sslMode: 'false' },
    },
    name: 'PostgreSQL base connection',
  },
  {
    of: ['streaming', 'with authentication'],
    auth: {
      specName: 'Streaming Connection',
      params: { sourceId: 'Sample connection', dataType: 'xdm', name: 'Sample connection', authenticationRequired: true },
    },
    name: 'Sample streaming connection',
    provider: '521eee4d-8cbe-4906-bb48-fb6bd4450033',
  },
  {
    of: ['streaming', 'without authentication'],
    auth: {
      specName: 'Streaming Connection',
      params: { sourceId: 'Sample connection', dataType: 'xdm', name: 'Sample connection' },
    },
    name: 'Sample streaming connection',
    provider: '521eee4d-8cbe-4906-bb48-fb6bd4450033',
  },
];

for (const { of, auth, name, says = /Creates a base connection/, provider } of BASE_CONNECTIONS) {
  scene(`the tutorial's command fills the form: ${of.join(', ')}`, async ({ page }) => {
    await openConsole(page, '#/sources');
    const said = await paste(page, command(...of));
    assert.match(said, says);
    assert.ok(!said.includes('xxxx') && !said.includes('secretKey\n'), said);
    await useIt(page);
    await page.locator('main #arrival').waitFor();
    await settle(page);
    const body = await panelBody(page);
    assert.equal(body.name, name);
    assert.equal(body.providerId, provider);
    assert.deepEqual(sorted(body.auth), sorted(auth));
    assert.equal(await typed(page, '/name'), name);
    assert.match(page.url(), /#\/sources\/[0-9a-f-]{36}$/);
    // The demo stays in use.
    assert.match(await page.locator('.environment').innerText(), /Demo data/);
  });
}

function sorted(auth) {
  return { specName: auth.specName, params: Object.entries(auth.params).sort() };
}

const SHELLS = {
  cmd: String.raw`curl -X POST ^
  "https://platform.adobe.io/data/foundation/flowservice/connections" ^
  -H "Content-Type: application/json" ^
  -d "{\"name\":\"From cmd\",\"auth\":{\"specName\":\"Basic Authentication\",\"params\":{\"host\":\"h\",\"port\":443,\"password\":\"Elephant-Passw0rd\"}},\"connectionSpec\":{\"id\":\"102706fb-a5cd-42ee-afe0-bc42f017ff43\",\"version\":\"1.0\"}}"`,
  PowerShell: `$body = @'
{"name":"From PowerShell","auth":{"specName":"Basic Authentication","params":{"host":"h","port":443,"password":"Elephant-Passw0rd"}},
"connectionSpec":{"id":"102706fb-a5cd-42ee-afe0-bc42f017ff43","version":"1.0"}}
'@
Invoke-RestMethod -Method Post -Uri 'https://platform.adobe.io/data/foundation/flowservice/connections' -ContentType 'application/json' -Body $body`,
};

for (const [shell, text] of Object.entries(SHELLS)) {
  sceneInBothLanguages(`a command for ${shell}, pasted where one is`, async ({ page, language }) => {
    await openConsole(page, PHOENIX);
    await fill(page, '/auth/params/httpPath', '/old');
    const said = await paste(page, text, language);
    assert.ok(said.includes(shell), said);
    assert.ok(!said.includes(PASSWORD), said);
    await useIt(page, language);
    await page.locator('main #arrival').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'arrival');
    const { name, auth } = await panelBody(page);
    assert.equal(name, `From ${shell}`);
    assert.deepEqual(auth.params, { host: 'h', port: 443, password: '$PASSWORD' });
    assert.equal(await typed(page, '/auth/params/password'), PASSWORD);
    assert.equal(await typed(page, '/auth/params/httpPath'), '');
  });
}

scene('what has no place is said, and what the form can show is taken along', async ({ page }) => {
  await openConsole(page, '#/sources');
  const body = {
    name: 'Odd',
    colour: 'green',
    auth: { specName: 'No such way', type: 'x', params: { host: 'h', planet: 1 } },
    connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
  };
  const said = await paste(
    page,
    `curl --what -XPOST 'https://platform.adobe.io/data/foundation/flowservice/connections?x=1' -H 'X-Strange: 1' -d '${JSON.stringify(body)}'`,
  );
  for (const part of ['X-Strange', '“x”', '--what']) assert.ok(said.includes(part), said);
  await useIt(page);
  const notice = await arrived(page);
  for (const part of ['X-Strange', '“x”', '/auth/specName']) assert.ok(notice.includes(part), notice);
  const sent = await panelBody(page);
  assert.equal(sent.colour, 'green');
  assert.equal(sent.auth.type, 'x');
  assert.deepEqual(sent.auth.params, { host: 'h', planet: 1 });
  assert.equal(await typed(page, '/auth/type'), '"x"');
});

scene('a text that is no command, and a dialog that is left', async ({ page }) => {
  await openConsole(page, '#/sources');
  assert.match(await paste(page, 'Dear all'), /no command that sends a request/);
  await dialog(page).getByRole('button', { name: 'Use it' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'command');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.innerText), words.en.paste);
  await page.keyboard.press('Enter');
  assert.equal(await dialog(page).locator('[name="command"]').inputValue(), '');
});

scene('the environment of a command is used only if someone says so', async ({ page, emulator }) => {
  await openConsole(page, '#/sources');
  const real = command('amazon_kinesis', 'create a connection')
    .replace('https://platform.adobe.io/data/foundation/flowservice', emulator.flowServiceUrl)
    .replace('{ACCESS_TOKEN}', 'a-real-token')
    .replace('{API_KEY}', 'a-key')
    .replace('{IMS_ORG}', 'C0FFEE0123456789@AdobeOrg')
    .replace('{SANDBOX_NAME}', 'dev');
  const said = await paste(page, real);
  assert.ok(!said.includes('a-real-token'), said);
  const choice = dialog(page).locator('[name="useEnvironment"]');
  assert.equal(await choice.isChecked(), true);
  await choice.uncheck();
  await useIt(page);
  await page.locator('main #arrival').waitFor();
  assert.match(await page.locator('.environment').innerText(), /Demo data/);
  await paste(page, real);
  assert.equal(await choice.isChecked(), true);
  await useIt(page);
  await page.locator('.sandbox', { hasText: 'dev' }).waitFor();
  await page.locator('main #arrival').waitFor();
  const panel = await page.locator('main aside').innerText();
  assert.ok(panel.includes('C0FFEE0123456789@AdobeOrg'), panel);
  await submit(page);
  await output(page, 'id');
});

scene('the commands of the streaming tutorial lead through its walk', async ({ page, emulator }) => {
  await useLiveEnvironment(page, emulator);
  const id = await createBaseConnection(page, 'en');
  await openConsole(page, STREAMING);
  const source = command('streaming', 'source connection');
  assert.match(await paste(page, source), /needs a base connection/);
  await useIt(page);
  await page.waitForURL('**/#/inlets');
  await openConsole(page, STREAMING);
  await paste(page, command('streaming', 'target connection').replace('{DATASET_ID}', '68e77800c0ffee0012345678'));
  await useIt(page);
  await openConsole(page, STREAMING);
  await paste(page, source.replace('{BASE_CONNECTION_ID}', id));
  await useIt(page);
  await page.waitForURL(`**/#/dataflows/new?source=${id}`);
  await settle(page);
  assert.equal(await typed(page, '/name'), 'Sample source connection');
  await submit(page);
  await page.waitForURL('**&sourceConnection=*');
  await settle(page);
  assert.equal(await typed(page, '/name'), 'Sample target connection');
  assert.equal(await typed(page, '/params/dataSetId'), '68e77800c0ffee0012345678');
  await openConsole(page, '#/sources');
  await paste(page, command('streaming', 'record'));
  await useIt(page);
  await page.waitForURL('**/#/inlets/send?flow=*');
  await settle(page);
  assert.match(await typed(page, 'inletUrl'), /^https:\/\/dcs\.adobedc\.net\/collection\/2301a1/);
  assert.equal(await typed(page, 'flowId'), '1f086c23-2ea8-4d06-886c-232ea8bd061d');
  assert.equal(JSON.parse(await typed(page, 'records')).name, 'Johnson Smith');
});

scene('commands that read go to the screen that shows the same', async ({ page }) => {
  await openConsole(page, STREAMING);
  await paste(page, command('streaming', 'retrieve the connection'));
  await useIt(page);
  await page.waitForURL('**/#/connections');
  await openConsole(page, STREAMING);
  await paste(page, command('amazon_redshift', 'list connection specs'));
  await useIt(page);
  await page.waitForURL('**/#/sources');
  await paste(page, command('streaming', 'dataflow'));
  await useIt(page);
  await page.waitForURL('**/#/inlets');
});

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
  const menu = page.locator('main aside details');
  await menu.locator('summary').click();
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
  const menu = page.locator('main aside details');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await menu.locator('[name="realValues"]').check();
  assert.match(await menu.innerText(), /copied as they are/);
  await menu.getByRole('button', { name: 'JSON body' }).click();
  await menu.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(JSON.parse(await clipboard(page)).auth.params.password, PASSWORD);
  assert.ok(!(await page.locator('main aside').innerText()).includes(PASSWORD));
  await page.keyboard.press('Escape');
  assert.equal(await menu.getAttribute('open'), null);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'summary');
  await page.keyboard.press('Enter');
  assert.equal(await menu.locator('[name="realValues"]').isChecked(), false);
  await openConsole(page, '#/requests');
  await page.locator('main details summary').first().click();
  await page.locator('main .exchange details summary').click();
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
