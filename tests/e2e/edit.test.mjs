// Changing a base connection: only what changed is sent, and secrets are kept, replaced or cleared.

import assert from 'node:assert/strict';

import { caller, control, fill, openConsole, press, settle, submit, submitButton, typed, useLiveEnvironment } from './person.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';

const REDSHIFT = '3416976c-a9ca-4bba-901a-1f08f66978ff';
const S3 = 'ecadc60c-7455-4d87-84dc-2a0e293d997b';
const PASSWORD = '/auth/params/password';
const TOKEN = '/auth/params/s3SessionToken';

const said = {
  en: { edit: 'Edit…', keep: 'Stays as it is.', save: 'Save changes', unchanged: 'Nothing has changed', saved: 'The changes are saved.' },
  fr: {
    edit: 'Modifier…',
    keep: 'Reste inchangé.',
    save: 'Enregistrer les modifications',
    unchanged: 'Aucune modification',
    saved: 'Les modifications sont enregistrées.',
  },
};

/** Calls the service beside the page, as somebody else would. */
async function call(emulator, method, path, body, more = {}) {
  const answer = await fetch(`${emulator.flowServiceUrl}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${caller.token}`,
      'x-api-key': caller.key,
      'x-gw-ims-org-id': caller.org,
      'x-sandbox-name': caller.sandbox,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...more,
    },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok, text);
  return JSON.parse(text);
}

const create = (emulator, spec, specName, params) =>
  call(emulator, 'POST', '/connections', {
    name: 'Visits',
    description: 'Two years',
    auth: { specName, params },
    connectionSpec: { id: spec, version: '1.0' },
  });

const createRedshift = (emulator) =>
  create(emulator, REDSHIFT, 'Basic Authentication', {
    server: 'analytics.example.com',
    database: 'visits',
    username: 'reader',
    password: 'Elephant-Passw0rd',
  });

async function retrieve(emulator, id) {
  const { items } = await call(emulator, 'GET', `/connections/${id}`);
  return items[0];
}

/** Somebody else changes the connection. */
async function change(emulator, id, patch) {
  const { etag } = await retrieve(emulator, id);
  return call(emulator, 'PATCH', `/connections/${id}`, patch, { 'If-Match': etag });
}

const replace = (path, value) => ({ op: 'replace', path, value });

/** The changes that the page sent: revision and body. */
const sent = (journal) =>
  journal()
    .filter(({ method }) => method === 'PATCH')
    .map(({ headers, body }) => ({ etag: headers['if-match'], body }));

/** The body in the panel beside the form. */
const shown = async (page) => JSON.parse(await page.locator('.request-panel pre').innerText());

async function openForm(page, emulator, id) {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, `#/connections/${id}/edit`);
  await control(page, '/name').waitFor();
}

/** Back on the connection's page, which says that the changes are made and has the focus on its title. */
async function expectSaved(page, id, words = said.en) {
  await page.waitForURL(`**/#/connections/${id}`);
  await page.locator('main [role="status"]', { hasText: words.saved }).waitFor();
  await settle(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'page-title');
}

sceneInBothLanguages('a name is changed and the password kept', async ({ page, emulator, journal, turnPage, language }) => {
  const words = said[language];
  const { id, etag } = await createRedshift(emulator);
  await useLiveEnvironment(page, emulator);
  await openConsole(page, `#/connections/${id}`);
  await page.locator('main').getByRole('link', { name: words.edit }).click();
  await page.waitForURL(`**/#/connections/${id}/edit`);
  await control(page, '/name').waitFor();
  assert.equal(await typed(page, '/name'), 'Visits');
  assert.equal(await typed(page, '/auth/params/server'), 'analytics.example.com');
  assert.equal(await typed(page, PASSWORD), '');
  await page.getByText(words.keep).waitFor();
  assert.equal(await submitButton(page).innerText(), words.unchanged);
  assert.equal(await submitButton(page).getAttribute('aria-disabled'), 'true');
  assert.deepEqual(await shown(page), []);
  turnPage();
  await submitButton(page).dispatchEvent('click');
  await fill(page, '/name', 'Visits (EU)');
  await fill(page, '/description', '');
  await fill(page, '/auth/params/server', 'eu.example.com');
  const patch = [
    replace('/name', 'Visits (EU)'),
    { op: 'remove', path: '/description' },
    replace('/auth/params/server', 'eu.example.com'),
  ];
  assert.deepEqual(await shown(page), patch);
  assert.equal(await submitButton(page).innerText(), words.save);
  await submit(page);
  await expectSaved(page, id, words);
  assert.deepEqual(sent(journal), [{ etag, body: patch }]);
  await page.locator('main h1', { hasText: 'Visits (EU)' }).waitFor();
  const { auth, description } = await retrieve(emulator, id);
  assert.deepEqual([auth.params.server, description], ['eu.example.com', undefined]);
  // It is said once.
  await openConsole(page, '#/connections');
  await openConsole(page, `#/connections/${id}`);
  assert.equal(await page.getByText(words.saved).count(), 0);
});

scene('a password is replaced', async ({ page, emulator, journal, turnPage }) => {
  const { id, etag } = await createRedshift(emulator);
  await openForm(page, emulator, id);
  turnPage();
  await fill(page, PASSWORD, 'Giraffe-Passw0rd');
  await page.getByText('Will be replaced.').waitFor();
  assert.deepEqual(await shown(page), [replace(PASSWORD, '$PASSWORD')]);
  // Thought better of: nothing of it is left, and the focus is not lost with the button.
  await press(page, 'Keep: Password');
  assert.equal(await page.evaluate(() => document.activeElement.name), PASSWORD);
  assert.equal(await typed(page, PASSWORD), '');
  assert.deepEqual(await shown(page), []);
  assert.equal(await page.getByRole('button', { name: 'Remove it: Password' }).count(), 0);
  await fill(page, PASSWORD, 'Giraffe-Passw0rd');
  await submit(page);
  await expectSaved(page, id);
  assert.deepEqual(sent(journal), [{ etag, body: [replace(PASSWORD, 'Giraffe-Passw0rd')] }]);
  assert.ok(!(await page.content()).includes('Giraffe'));
});

scene('an optional secret is cleared', async ({ page, emulator, journal, turnPage }) => {
  const { id, etag } = await create(emulator, S3, 'Access Key', {
    s3AccessKey: 'A',
    s3SecretKey: 'B',
    s3SessionToken: 'C',
  });
  await openForm(page, emulator, id);
  turnPage();
  const more = page.locator('main form details:not([open]) > summary:visible');
  for (const fold of await more.all()) await fold.click();
  await control(page, TOKEN).waitFor();
  await page.getByRole('button', { name: /^Remove it: / }).click();
  await page.getByText('Will be removed.').waitFor();
  assert.deepEqual(await shown(page), [{ op: 'remove', path: TOKEN }]);
  // A reload forgets no decision, only what is secret.
  await fill(page, '/auth/params/s3SecretKey', 'D');
  await openConsole(page, '#/environment');
  await page.reload();
  await settle(page);
  await openForm(page, emulator, id);
  await page.locator('.request-panel pre').waitFor();
  assert.deepEqual(await shown(page), [{ op: 'remove', path: TOKEN }]);
  await submit(page);
  await expectSaved(page, id);
  assert.deepEqual(sent(journal), [{ etag, body: [{ op: 'remove', path: TOKEN }] }]);
});

scene('somebody else was faster', { failsOnPurpose: true }, async ({ page, emulator, journal, turnPage }) => {
  const { id, etag } = await createRedshift(emulator);
  await openForm(page, emulator, id);
  await fill(page, '/name', 'Mine');
  await fill(page, PASSWORD, 'Giraffe-Passw0rd');
  const theirs = await change(emulator, id, [replace('/name', 'Theirs'), replace('/auth/params/database', 'theirs')]);
  turnPage();
  await submit(page);
  await page.locator('main [role="alert"]', { hasText: 'changed in the meantime' }).waitFor();
  await press(page, 'Load it again and keep my changes');
  const notice = page.locator('#loaded-anew');
  await notice.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'loaded-anew');
  assert.deepEqual(await notice.locator('li').allInnerTexts(), ['/name']);
  assert.equal(await page.locator('main [role="alert"]').count(), 0);
  assert.deepEqual(
    await Promise.all(['/name', '/auth/params/database', PASSWORD].map((name) => typed(page, name))),
    ['Mine', 'theirs', 'Giraffe-Passw0rd'],
  );
  await submit(page);
  await expectSaved(page, id);
  const body = [replace('/name', 'Mine'), replace(PASSWORD, 'Giraffe-Passw0rd')];
  assert.deepEqual(sent(journal), [
    { etag, body },
    { etag: theirs.etag, body },
  ]);
});

scene('a draft that has become old is put on top of what is there now', async ({ page, emulator }) => {
  const { id } = await createRedshift(emulator);
  await openForm(page, emulator, id);
  await fill(page, '/description', 'Three years');
  await openConsole(page, '#/connections');
  await change(emulator, id, [replace('/name', 'Theirs')]);
  await openConsole(page, `#/connections/${id}/edit`);
  await page.locator('#loaded-anew').waitFor();
  assert.deepEqual(await shown(page), [replace('/description', 'Three years')]);
  assert.equal(await typed(page, '/name'), 'Theirs');
  await press(page, 'Undo all changes');
  assert.deepEqual(await shown(page), []);
  assert.equal(await typed(page, '/description'), 'Two years');
});

scene('a mask is never sent', async ({ page, emulator, site, journal, turnPage }) => {
  const { id, etag } = await createRedshift(emulator);
  site.reviseAnswers((path, body) => (path.endsWith(id) ? body.replace('"server":', '"password":"***","server":') : body));
  const proxy = { flowServiceUrl: `${site.origin}/portal/proxy/data/foundation/flowservice` };
  await useLiveEnvironment(page, proxy);
  await openConsole(page, `#/connections/${id}/edit`);
  await control(page, '/name').waitFor();
  assert.equal(await typed(page, PASSWORD), '');
  turnPage();
  await fill(page, '/auth/params/database', 'other');
  await submit(page);
  await expectSaved(page, id);
  assert.deepEqual(sent(journal), [{ etag, body: [replace('/auth/params/database', 'other')] }]);
});

scene('by the keyboard alone', async ({ page, emulator, journal, turnPage }) => {
  const { id, etag } = await createRedshift(emulator);
  await openForm(page, emulator, id);
  turnPage();
  const tabTo = async (matches) => {
    for (let stop = 0; stop < 80; stop += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => ({ name: document.activeElement.name, text: document.activeElement.textContent }));
      if (matches(focus)) return;
    }
    assert.fail(`Tab never comes to ${matches}`);
  };
  await tabTo(({ name }) => name === '/name');
  await page.keyboard.type('Visits (US)');
  await tabTo(({ name }) => name === PASSWORD);
  await page.keyboard.type('x');
  await tabTo(({ text }) => text === 'Keep');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.name), PASSWORD);
  await page.keyboard.press('Enter');
  await expectSaved(page, id);
  assert.deepEqual(sent(journal), [{ etag, body: [replace('/name', 'Visits (US)')] }]);
});
