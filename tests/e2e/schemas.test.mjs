// Forms of schemas that no documented source has yet: the service answers with a specification of its own, and
// everything is found by the names of the controls.

import assert from 'node:assert/strict';

import { control, fill, openConsole, submit, typed, useLiveEnvironment } from './person.mjs';
import { scene } from './scene.mjs';

const PHOENIX = '102706fb-a5cd-42ee-afe0-bc42f017ff43';

const schema = {
  type: 'object',
  properties: {
    server: { type: 'string' },
    kind: { type: 'string', enum: ['plain', 'tunnel'] },
    tunnel: {
      type: 'object',
      title: 'SSH tunnel',
      properties: { host: { type: 'string' }, port: { type: 'integer', default: 22 } },
      required: ['host'],
    },
    hosts: {
      type: 'array',
      minItems: 1,
      maxItems: 3,
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, port: { type: 'integer', minimum: 1 } },
        required: ['name'],
      },
    },
    tags: { type: 'array', items: { type: 'string' } },
    proof: {
      oneOf: [
        { title: 'Password', properties: { user: { type: 'string' }, password: { type: 'string', format: 'password' } }, required: ['user', 'password'] },
        { title: 'Token', properties: { token: { type: 'string', format: 'password' } }, required: ['token'] },
      ],
    },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    region: { type: 'string', enum: Array.from({ length: 24 }, (_, number) => `region-${number}`) },
  },
  required: ['server', 'kind', 'hosts', 'proof'],
  if: { properties: { kind: { const: 'tunnel' } }, required: ['kind'] },
  then: { required: ['tunnel'] },
};

/** A service whose Phoenix has that schema. */
function revise(url, body) {
  if (!url.includes(`connectionSpecs/${PHOENIX}`)) return body;
  const answer = JSON.parse(body);
  answer.items[0].authSpec[0].spec = schema;
  return JSON.stringify(answer);
}

const body = async (page) => JSON.parse(await page.locator('main aside pre').innerText());

const params = async (page) => (await body(page)).auth.params;

const button = (page, name) => page.locator(`main button[name="${name}"]`);

async function openForm(page, site) {
  site.reviseAnswers(revise);
  await useLiveEnvironment(page, { flowServiceUrl: `${site.origin}/portal/proxy/data/foundation/flowservice` });
  await openConsole(page, `#/sources/${PHOENIX}`);
  await control(page, '/auth/params/server').waitFor();
}

/** What is folded away is unfolded first, as a person would. */
async function unfold(page) {
  for (const fold of await page.locator('main form details:not([open]) > summary:visible').all()) await fold.click();
}

scene('lists grow, shrink and change their order', async ({ page, site }) => {
  await openForm(page, site);
  await unfold(page);
  await fill(page, '/auth/params/hosts/0/name', 'first');
  await button(page, '/auth/params/hosts/-').click();
  await fill(page, '/auth/params/hosts/1/name', 'second');
  await fill(page, '/auth/params/hosts/1/port', '8765');
  assert.deepEqual((await params(page)).hosts, [{ name: 'first' }, { name: 'second', port: 8765 }]);
  await button(page, '/auth/params/hosts/1#up').click();
  assert.deepEqual((await params(page)).hosts, [{ name: 'second', port: 8765 }, { name: 'first' }]);
  await button(page, '/auth/params/hosts/0#remove').click();
  assert.deepEqual((await params(page)).hosts, [{ name: 'first' }]);
  assert.equal(await typed(page, '/auth/params/hosts/0/name'), 'first');
  await button(page, '/auth/params/tags/-').click();
  await fill(page, '/auth/params/tags/0', 'blue');
  assert.deepEqual((await params(page)).tags, ['blue']);
});

scene('what was typed in a branch comes back with it, and only the chosen one is sent', async ({ page, site }) => {
  await openForm(page, site);
  const selector = page.locator('main [name="/auth/params/proof#variant"]');
  await selector.selectOption('0');
  await fill(page, '/auth/params/proof/user', 'ada');
  await selector.selectOption('1');
  await fill(page, '/auth/params/proof/token', 'x');
  assert.deepEqual((await params(page)).proof, { token: '$TOKEN' });
  await selector.focus();
  await selector.press('ArrowUp');
  assert.equal(await typed(page, '/auth/params/proof/user'), 'ada');
  assert.deepEqual((await params(page)).proof, { user: 'ada' });
  assert.equal(await page.evaluate(() => document.activeElement.name), '/auth/params/proof#variant');
});

scene('a condition asks for more, while the focus stays', async ({ page, site }) => {
  await openForm(page, site);
  await page.locator('main [name="/auth/params/kind"][value="tunnel"]').check();
  await submit(page);
  const host = control(page, '/auth/params/tunnel/host');
  await host.waitFor();
  assert.equal(await host.getAttribute('aria-invalid'), 'true');
  await page.locator('main [name="/auth/params/kind"][value="plain"]').check();
  assert.equal(await page.evaluate(() => document.activeElement.value), 'plain');
});

scene('members with free names, and a choice among many', async ({ page, site }) => {
  await openForm(page, site);
  await unfold(page);
  await button(page, '/auth/params/labels#add').click();
  const name = page.locator('main [name="/auth/params/labels/#name"]');
  await name.fill('team');
  await name.press('Tab');
  await fill(page, '/auth/params/labels/team', 'blue');
  await fill(page, '/auth/params/region', 'region-17');
  const sent = await params(page);
  assert.deepEqual(sent.labels, { team: 'blue' });
  assert.equal(sent.region, 'region-17');
  await button(page, '/auth/params/labels/team#remove').click();
  assert.equal('labels' in (await params(page)), false);
});

scene('the whole as JSON and back', async ({ page, site }) => {
  await openForm(page, site);
  await button(page, 'view').click();
  const text = page.locator('main textarea[name="json"]');
  const value = JSON.parse(await text.inputValue());
  value.name = 'Nested';
  value.auth.params = {
    server: 's',
    kind: 'tunnel',
    tunnel: { host: 'h', port: 2222 },
    hosts: [{ name: 'a' }, { name: 'b', port: 1 }],
    proof: { token: 'secret' },
    unheard: { of: [1, 2.5] },
  };
  await text.fill(JSON.stringify(value, null, 2));
  await button(page, 'view').click();
  assert.equal(await typed(page, '/auth/params/tunnel/port'), '2222');
  assert.equal(await typed(page, '/auth/params/hosts/1/name'), 'b');
  assert.equal(await page.locator('main [name="/auth/params/proof#variant"]').inputValue(), '1');
  const sent = await params(page);
  assert.deepEqual(sent.unheard, { of: [1, 2.5] });
  assert.equal(sent.proof.token, '$TOKEN');
  await button(page, 'view').click();
  await text.fill('{\n  "name": "x",\n  "auth": }');
  assert.equal(await text.getAttribute('aria-invalid'), 'true');
  assert.match(await page.locator('#field-json-error').innerText(), /3/);
  await button(page, 'view').click();
  assert.equal(await text.isVisible(), true, 'what is no JSON stays to be mended');
});
