// What keeps people from using a screen, and what a phone cannot show of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { switchLanguage } from './person.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Runs in the page. One line for each element that breaks a rule; `rules` are all of them unless some are named. */
async function findBarriers(rules) {
  const { violations } = await window.axe.run(document, {
    resultTypes: ['violations'],
    ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary.replaceAll('\n', ' ')}`),
  );
}

/** Runs in the page. Whatever sticks out to the right; nothing when the page cannot be moved sideways. */
function findOverhang() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`)
    .slice(0, 5);
}

/** Everything that is wrong with the screen in the language that it is in. */
async function findFaults(page) {
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await page.evaluate(findBarriers);
  // The themes differ in nothing but colours.
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate(findBarriers, ['color-contrast']);
  await page.setViewportSize(PHONE);
  const overhang = await page.evaluate(findOverhang);
  return { light, dark, overhang };
}

const NONE = { light: [], dark: [], overhang: [] };

/** Looks at the screen in the language that it is in, as where a dialog stands over everything else. */
export async function lookOnceAt(page) {
  await page.evaluate(axe);
  assert.deepEqual(await findFaults(page), NONE);
}

/** Looks at the screen as it is, in both languages and themes. The page is left in the other language. */
export async function lookAt(page) {
  await page.evaluate(axe);
  const english = await findFaults(page);
  await switchLanguage(page);
  const french = await findFaults(page);
  assert.deepEqual({ english, french }, { english: NONE, french: NONE });
}

/** What a context needs for that: with motion, colours would be looked at on their way from one theme to the other. */
export const STILL = { reducedMotion: 'reduce' };
