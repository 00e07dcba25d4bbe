// The catalog: finding a source among many, and what is said of it before anything is typed.

import assert from 'node:assert/strict';

import { control, fill, openConsole, press, settle, useLiveEnvironment } from './person.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';

const SNOWFLAKE = '#/sources/b2e08744-4f1a-40ce-af30-7abac3e23cf3';
const LANDING_ZONE = '#/sources/26f526f2-58f4-4712-961d-e41bf1ccc0e8';
const VEEVA = 'fcad62f3-09b0-41d3-be11-449d5a621b69';
const POSTGRESQL = '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137';
const ORACLE_RESPONSYS = 'Oracle Responsys';

const shown = (page) => page.locator('main a.source:visible');
const titles = (page) =>
  shown(page).evaluateAll((links) => links.map((link) => link.querySelector('b').firstChild.textContent));
const fragment = (page) => page.evaluate(() => location.hash);
const depth = (page) => page.evaluate(() => history.length);
const focusedText = (page) => page.evaluate(() => document.activeElement.textContent);
const status = (page) => page.locator('main [role="status"]').innerText();

/** Waits until as many sources are on the screen. */
async function expectCount(page, count) {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('main a.source')].filter((link) => link.checkVisibility()).length === wanted,
    count,
  );
}

scene('a search looks at names, categories and parameters', async ({ page }) => {
  await openConsole(page, '#/sources');
  const all = await shown(page).count();
  assert.equal(all, 73);
  for (const [text, expected] of [
    ['saskeyname', ['Azure Event Hubs']],
    ['POSTGRE', ['PostgreSQL']],
    ['fidélité', ['Capillary Streaming Events', 'LAVA']],
    ['snow stream', ['Snowflake Streaming']],
    ['no such thing', []],
  ]) {
    await control(page, 'search').fill(text);
    await expectCount(page, expected.length);
    assert.deepEqual(await titles(page), expected, text);
    assert.equal(await status(page), expected.length === 1 ? '1 source' : `${expected.length} sources`);
  }
  await control(page, 'search').fill('');
  await expectCount(page, all);
  assert.equal(await fragment(page), '#/sources');
});

scene('typing keeps the focus, changes the address, and leaves no trail', async ({ page }) => {
  await openConsole(page, '#/connections');
  await openConsole(page, '#/sources');
  const before = await depth(page);
  await control(page, 'search').focus();
  await page.keyboard.type('sas key', { delay: 5 });
  assert.equal(await control(page, 'search').inputValue(), 'sas key');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'search');
  assert.equal(await fragment(page), '#/sources?search=sas%20key');
  assert.equal(await depth(page), before);
  await page.keyboard.press('Home');
  await page.keyboard.type('a ');
  assert.equal(await control(page, 'search').inputValue(), 'a sas key', 'the caret stays where it is');
  await page.goBack();
  await page.locator('main h1', { hasText: 'Connections' }).waitFor();
});

scene('every choice narrows the list as its count says, and stands in the address', async ({ page }) => {
  for (const [name, value] of [
    ['authentication', 'service-principal'],
    ['authentication', 'none'],
    ['kind', 'streaming'],
    ['kind', 'batch'],
    ['beta', 'true'],
    ['beta', 'false'],
  ]) {
    await openConsole(page, '#/sources');
    const option = page.locator(`main select[name="${name}"] option[value="${value}"]`);
    const count = Number((await option.textContent()).match(/\((\d+)\)$/)[1]);
    assert.ok(count > 0 && count < 73, `${name}=${value}: ${count}`);
    await fill(page, name, value);
    await expectCount(page, count);
    assert.equal(await fragment(page), `#/sources?${name}=${value}`);
  }
});

scene('filters are cleared at once', async ({ page }) => {
  await openConsole(page, '#/sources?search=sql&beta=true');
  await press(page, 'Clear filters');
  await expectCount(page, 73);
  assert.equal(await fragment(page), '#/sources');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'search');
  assert.equal(await page.getByRole('button', { name: 'Clear filters' }).count(), 0);
});

scene('categories are links', async ({ page }) => {
  await openConsole(page, '#/sources');
  await page.locator('main a.category', { hasText: 'CRM' }).click();
  await expectCount(page, 6);
  assert.equal(await fragment(page), '#/sources?category=crm');
  assert.equal(await page.locator('main a.category[aria-current]').innerText(), 'CRM 6');
  assert.deepEqual(await page.locator('main h2:visible').allInnerTexts(), ['CRM']);
});

sceneInBothLanguages('an address is enough to see the same again', async ({ page, language }) => {
  const address = '#/sources?search=a&category=databases&authentication=basic&beta=false&kind=batch';
  await openConsole(page, address);
  const found = await titles(page);
  assert.ok(found.length > 1 && found.length < 22, found.join());
  await page.reload();
  await settle(page);
  assert.deepEqual(await titles(page), found);
  assert.equal(await fragment(page), address);
  for (const [name, value] of [
    ['search', 'a'],
    ['authentication', 'basic'],
    ['beta', 'false'],
    ['kind', 'batch'],
  ]) {
    assert.equal(await control(page, name).inputValue(), value);
  }
  const label = { en: 'Databases', fr: 'Bases de données' }[language];
  assert.deepEqual(await page.locator('main h2:visible').allInnerTexts(), [label]);
});

scene('back and forward go through the choices that were made', async ({ page }) => {
  await openConsole(page, '#/sources');
  await fill(page, 'beta', 'true');
  const beta = await titles(page);
  await fill(page, 'kind', 'streaming');
  await control(page, 'search').fill('pendo');
  await expectCount(page, 1);
  await shown(page).click();
  await page.locator('main h1', { hasText: 'Pendo' }).waitFor();
  await page.goBack();
  await expectCount(page, 1);
  assert.equal(await fragment(page), '#/sources?search=pendo&beta=true&kind=streaming');
  assert.equal(await control(page, 'search').inputValue(), 'pendo');
  await page.goBack();
  await expectCount(page, beta.length);
  assert.equal(await control(page, 'kind').inputValue(), '');
  assert.equal(await control(page, 'search').inputValue(), '');
  await page.goBack();
  await expectCount(page, 73);
  await page.goForward();
  await expectCount(page, beta.length);
  assert.equal(await control(page, 'beta').inputValue(), 'true');
});

scene('Enter opens the source that is meant', async ({ page }) => {
  await openConsole(page, '#/sources');
  await control(page, 'search').focus();
  // Nothing is meant yet.
  await page.keyboard.press('Enter');
  assert.equal(await fragment(page), '#/sources');
  // Others are found as well, and stand before it.
  await page.keyboard.type('snowflake');
  assert.ok((await shown(page).count()) > 1);
  await page.keyboard.press('Enter');
  await page.locator('main h1', { hasText: 'Snowflake' }).waitFor();
  assert.equal(await fragment(page), SNOWFLAKE);
});

scene('Enter asks the service where nothing is found', async ({ page, emulator, journal }) => {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, '#/sources');
  await control(page, 'search').fill('no-such-source');
  await control(page, 'search').press('Enter');
  await page.getByRole('button', { name: 'Show all sources' }).waitFor();
  await page.locator('main a.category').nth(1).waitFor({ state: 'detached' });
  assert.equal(journal().at(-1).query, 'property=name==%22no-such-source%22');
  await press(page, 'Show all sources');
  await expectCount(page, 73);
  assert.equal(await control(page, 'search').inputValue(), '');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'search');
});

scene('arrows go through the sources as they stand', async ({ page }) => {
  await openConsole(page, '#/sources?category=databases');
  await control(page, 'search').focus();
  const all = await titles(page);
  const expectFocus = async (key, title) => {
    await page.keyboard.press(key);
    assert.ok((await focusedText(page)).startsWith(title), `${key}: ${await focusedText(page)}`);
  };
  const columns = await shown(page).evaluateAll(
    (links) => links.filter((link) => link.offsetTop === links[0].offsetTop).length,
  );
  assert.ok(columns > 1, `${columns} columns`);
  await expectFocus('ArrowDown', all[0]);
  await expectFocus('ArrowRight', all[1]);
  await expectFocus('ArrowDown', all[1 + columns]);
  await expectFocus('ArrowLeft', all[columns]);
  await expectFocus('ArrowUp', all[0]);
  await expectFocus('End', all.at(-1));
  await expectFocus('ArrowDown', all.at(-1));
  await expectFocus('Home', all[0]);
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'search');
});

sceneInBothLanguages('what to know of a source stands before its form', async ({ page, language }) => {
  const says = {
    en: ['Before you start', 'PREVENT_UNLOAD_TO_INLINE_URL must be FALSE', 'Key pair (on AWS)'],
    fr: ['Avant de commencer', 'PREVENT_UNLOAD_TO_INLINE_URL doit valoir FALSE', 'Paire de clés (sur AWS)'],
  }[language];
  await openConsole(page, SNOWFLAKE);
  for (const words of says) {
    await page.locator('main :is(summary, li, label):visible', { hasText: words }).first().waitFor();
  }
  const left = { en: 'What Adobe’s documents leave open', fr: 'Ce que les documents d’Adobe laissent ouvert' };
  const doubts = page.locator('main details', { hasText: left[language] });
  await doubts.locator('summary').click();
  assert.ok((await doubts.locator('li:visible').count()) > 2);
});

scene('a source without a way to sign in says what to do instead', async ({ page }) => {
  await openConsole(page, LANDING_ZONE);
  await page.getByText('Experience Platform issues the credentials').waitFor();
  assert.equal(await page.getByText('Sign in with').count(), 0);
  assert.equal(await control(page, '/auth/specName').count(), 0);
});

scene('ways to sign in have names of their own', async ({ page }) => {
  await openConsole(page, '#/sources');
  for (const title of ['PostgreSQL', 'Amazon Kinesis', 'Azure Event Hubs', 'Shopify', ORACLE_RESPONSYS]) {
    await page.locator('main a.source', { hasText: title }).first().click();
    await page.locator('main h1', { hasText: title }).waitFor();
    await settle(page);
    const labels = await page.locator('main .segment label').allInnerTexts();
    assert.ok(labels.length > 0);
    assert.equal(new Set(labels).size, labels.length, labels.join(' / '));
    await page.goBack();
    await settle(page);
  }
});

/** Veeva CRM as another release of the service might describe it. */
function reviseVeeva(path, body) {
  if (!path.includes('/connectionSpecs')) return body;
  const answer = JSON.parse(body);
  for (const spec of answer.items ?? [answer]) {
    const [way] = spec.authSpec ?? [];
    if (spec.id !== VEEVA) continue;
    delete way.spec.properties.securityToken;
    way.spec.required = way.spec.required.filter((name) => name !== 'securityToken');
    way.spec.properties.vault = { type: 'string' };
    way.spec.properties.username.type = 'integer';
    spec.authSpec.push({ name: 'By fax', spec: { type: 'object', properties: { number: { type: 'string' } } } });
  }
  return JSON.stringify(answer);
}

sceneInBothLanguages('a service that differs from the documents is said to', async ({ page, site, language }) => {
  site.reviseAnswers(reviseVeeva);
  const flowServiceUrl = `${site.origin}/portal/proxy/data/foundation/flowservice`;
  await useLiveEnvironment(page, { flowServiceUrl });
  await openConsole(page, `#/sources/${VEEVA}`);
  const [title, ...expected] = {
    en: [
      'Where this service differs from what is documented',
      'User and password: “username” is of type integer instead of string.',
      'User and password: “securityToken” is documented, but the service does not know it.',
      'User and password: “vault” is not documented.',
      'The service also offers By fax, which is not documented.',
    ],
    fr: [
      'Ce qui diffère ici de la documentation',
      'Utilisateur et mot de passe\u00a0: «\u202fusername\u202f» est de type integer au lieu de string.',
      'Utilisateur et mot de passe\u00a0: «\u202fsecurityToken\u202f» est documenté, mais le service ne le connaît pas.',
      'Utilisateur et mot de passe\u00a0: «\u202fvault\u202f» n’est pas documenté.',
      'Le service propose aussi By fax, qui n’est pas documenté.',
    ],
  }[language];
  const block = page.locator('main details', { hasText: title });
  assert.equal(await block.getAttribute('open'), null, 'four are folded');
  assert.deepEqual(await block.locator('li').evaluateAll((items) => items.map((item) => item.textContent)), expected);
  // The form is the service's all the same.
  await control(page, '/auth/params/vault').waitFor();
  assert.equal(await control(page, '/auth/params/securityToken').count(), 0);
});

scene('nothing is said where there is nothing to say', async ({ page }) => {
  await openConsole(page, '#/sources/bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb');
  assert.equal(await page.locator('main .about').count(), 0);
});

scene('forms speak the reader’s language', { language: 'fr' }, async ({ page }) => {
  await openConsole(page, '#/sources/bf9f5905-92b7-48bf-bf20-455bc6b60a4e');
  const fieldOf = (name) => page.locator('main .field', { has: page.locator(`[name="/auth/params/${name}"]`) });
  const field = fieldOf('sasKey');
  assert.match(await field.innerText(), /^Clé SAS\s+sasKey/);
  const help = await field.locator('.help').innerText();
  assert.ok(help.length > 10 && !/\bthe\b/i.test(help), help);
  await openConsole(page, POSTGRESQL);
  assert.match(await fieldOf('server').innerText(), /^Serveur/);
});
