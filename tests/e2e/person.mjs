// What a person does with the console, in a person's words. Controls are found by name, as the design promises.

import assert from 'node:assert/strict';

/** Goes to a screen by its address and waits until it has settled. */
export async function openConsole(page, route = '') {
  await openRoute(page, route);
  await settle(page);
}

/** Goes to a screen by its address, whether or not it has anything to show yet. */
export async function openRoute(page, route) {
  if (page.url() === 'about:blank') {
    await page.goto(route);
  } else {
    await page.evaluate(changeFragment, route);
  }
}

/** Runs in the page. Resolves when the console has drawn the screen. */
function changeFragment(route) {
  if (location.hash === route) return undefined;
  return new Promise((resolve) => {
    addEventListener('hashchange', () => requestAnimationFrame(resolve), { once: true });
    location.hash = route;
  });
}

/** Waits until the screen stands and nothing is being loaded. */
export async function settle(page) {
  await page.locator('main h1').waitFor();
  await page.locator('main .loading').waitFor({ state: 'detached' });
}

/** A control by its name, wherever it is on the screen. */
export const control = (page, name) => page.locator(`main [name="${name}"]:visible`);

/**
 * Puts a value into a control: text, a choice by value or label, a radio button by value or label,
 * true or false for a checkbox.
 */
export async function fill(page, name, value) {
  const found = control(page, name);
  await found.first().waitFor();
  const kind = await found.first().evaluate((element) => element.type);
  switch (kind) {
    case 'radio':
      return choose(page, name, value);
    case 'checkbox':
      return found.setChecked(value);
    case 'select-one':
      return found.selectOption(value);
    default:
      return found.fill(value);
  }
}

/** Values may be shared by several ways to sign in; their labels are not. */
async function choose(page, name, value) {
  const byValue = page.locator(`main input[type="radio"][name="${name}"][value="${value}"]`);
  if ((await byValue.count()) === 1) return byValue.check();
  const buttons = page.locator('main label', { has: page.locator(`[name="${name}"]`) });
  return buttons.getByText(value, { exact: true }).click();
}

/** Fills several controls in their order. */
export async function fillAll(page, values) {
  for (const [name, value] of Object.entries(values)) await fill(page, name, value);
}

/** The screen's one primary button. */
export const submitButton = (page) => page.locator('main button[type="submit"]:visible');

/** Presses it. */
export const submit = (page) => submitButton(page).click();

/** The value of a result, once it is there. */
export async function output(page, name) {
  const found = page.locator(`main output[name="${name}"]:visible`);
  await found.waitFor();
  return found.textContent();
}

/** The message of an alert, once it is there. */
export async function alert(page) {
  const found = page.locator('main [role="alert"]:visible');
  await found.waitFor();
  return found.innerText();
}

/** What stands in a control, or which of several radio buttons is pressed. */
export async function typed(page, name) {
  const found = control(page, name);
  const kind = await found.first().evaluate((element) => element.type);
  return kind === 'radio' ? page.locator(`main [name="${name}"]:checked`).inputValue() : found.inputValue();
}

/** Whoever the live service is called as. The token is a secret, the other values are not. */
export const caller = {
  token: 'Token-of-4711-which-nobody-may-see',
  key: 'client-of-the-tests',
  org: 'C0FFEE0123456789@AdobeOrg',
  sandbox: 'dev-west',
};

/** Sets up calls to the emulator over HTTP on the Environment page, and waits until the console says that it works. */
export async function useLiveEnvironment(page, emulator, changes = {}) {
  await enterEnvironment(page, emulator, changes);
  await page.locator('main form [role="status"]').waitFor();
}

/** The same, to the emulator or any other address, however it ends. */
export async function enterEnvironment(page, { flowServiceUrl }, changes = {}) {
  const { token, key, org, sandbox } = { ...caller, ...changes };
  await openConsole(page, '#/environment');
  await fill(page, 'environment', 'own');
  await fillAll(page, {
    flowServiceUrl,
    accessToken: token,
    apiKey: key,
    orgId: org,
    sandbox,
  });
  await submit(page);
}

/** Follows a link of the screen by what it says. */
export async function follow(page, name) {
  await page.locator('main').getByRole('link', { name, exact: true }).click();
}

/** Presses a button of the screen by what it says. */
export const press = (page, name) => page.locator('main').getByRole('button', { name }).click();

/** Changes the language by the button in the bar. */
export async function switchLanguage(page) {
  const before = await page.locator('html').getAttribute('lang');
  await page.locator(`.bar button[lang]`).click();
  await page.locator(`html:not([lang="${before}"])`).waitFor();
}

/** Makes sure that the page is in a language and says some words of it. */
export async function expectLanguage(page, language, ...words) {
  assert.equal(await page.locator('html').getAttribute('lang'), language);
  const text = await page.locator('body').innerText();
  for (const word of words) {
    assert.ok(text.includes(word), `“${word}” is on the screen:\n${text}`);
  }
}

/**
 * An alert is on the screen, and says in both languages what happened and what to do. Both are given as pairs of
 * English and French. The page is in English before and after.
 */
export async function expectAlert(page, { title, advice }) {
  await expectWords(page, title[0], advice[0]);
  await switchLanguage(page);
  await expectWords(page, title[1], advice[1]);
  await switchLanguage(page);
}

async function expectWords(page, ...expected) {
  await page.locator('main [role="alert"]:visible', { hasText: expected[0] }).waitFor();
  const text = await alert(page);
  for (const words of expected) assert.ok(text.includes(words), `“${words}” is in the alert:\n${text}`);
}
