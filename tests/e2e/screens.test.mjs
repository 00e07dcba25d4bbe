// Every screen in every state: accessible in both languages and both themes, and no wider than a phone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { switchLanguage } from './person.mjs';
import { scene } from './scene.mjs';
import { screens } from './screens.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PHONE = { width: 390, height: 844 };

/** Runs in the page. One line for each element that breaks a rule. */
async function findBarriers() {
  const { violations } = await window.axe.run(document, {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
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

/** Runs a finder in the page in both languages and both themes. Each finding comes with the looks that it is found in. */
async function findInEveryLook(page, find) {
  const found = {};
  for (const isSwitched of [false, true]) {
    if (isSwitched) await switchLanguage(page);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const language = await page.locator('html').getAttribute('lang');
      for (const finding of await page.evaluate(find)) {
        found[finding] = [...(found[finding] ?? []), `${language} ${colorScheme}`];
      }
    }
  }
  return Object.entries(found).map(([finding, looks]) => `${finding} (${looks.join(', ')})`);
}

for (const [name, enter] of Object.entries(screens)) {
  // With motion, colours would be looked at on their way from one theme to the other.
  scene(`the screen ${name}`, { reducedMotion: 'reduce' }, async ({ page }) => {
    await enter(page);
    await page.evaluate(axe);
    const barriers = await findInEveryLook(page, findBarriers);
    await page.setViewportSize(PHONE);
    const overhang = await findInEveryLook(page, findOverhang);
    assert.deepEqual([...barriers, ...overhang], []);
  });
}
