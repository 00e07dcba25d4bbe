// Takes the pictures of the README, or with `--all FOLDER` one of every screen in every look, for reviewing by eye.

import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { openConsole, settle } from './person.mjs';
import { fillHalf, screens, send } from './screens.mjs';
import { locales, openStage } from './stage.mjs';

const PICTURES = fileURLToPath(new URL('../pictures/', import.meta.url));

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Identifiers and times in the demo come from the clock, so it stands still. */
const NOW = new Date('2026-11-21T09:30:00Z');

/** Name, window, theme, and the way to the screen. */
const README = [
  ['form-light', DESK, 'light', fillHalf],
  ['form-dark', DESK, 'dark', fillHalf],
  ['sources', DESK, 'light', (page) => openConsole(page, '#/sources')],
  ['send', DESK, 'light', send],
  ['phone', PHONE, 'light', fillHalf],
];

/** Painted piece by piece, round corners come out differently from one time to the next. */
const FLAGS = ['--disable-partial-raster', '--num-raster-threads=1'];

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const stage = await openStage(FLAGS);
try {
  await (values.all ? takeAll(resolve(values.all)) : takeForReadme());
} finally {
  await stage.close();
}

async function takeForReadme() {
  await mkdir(PICTURES, { recursive: true });
  for (const [name, viewport, colorScheme, enter] of README) {
    await show('en', { viewport, colorScheme }, enter, async (page) => {
      await take(page, { path: join(PICTURES, `${name}.png`) });
    });
  }
}

async function takeAll(folder) {
  await mkdir(folder, { recursive: true });
  for (const [name, enter] of Object.entries(screens)) {
    for (const language of Object.keys(locales)) {
      await show(language, { viewport: DESK }, enter, async (page) => {
        for (const viewport of [DESK, PHONE]) {
          await page.setViewportSize(viewport);
          for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme });
            const file = `${name}-${language}-${viewport.width}-${colorScheme}.png`;
            await take(page, { path: join(folder, file), fullPage: true });
          }
        }
      });
    }
  }
}

/** Goes to a screen in a browser profile of its own. */
async function show(language, settings, enter, use) {
  const context = await stage.browser.newContext({
    baseURL: stage.site.url,
    locale: locales[language],
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...settings,
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await enter(page);
    await settle(page);
    await use(page);
  } finally {
    await context.close();
  }
}

async function take(page, settings) {
  // Nothing is being typed in a picture, and everything is seen from its beginning.
  await page.evaluate(() => {
    document.activeElement.blur();
    scrollTo(0, 0);
    for (const text of document.querySelectorAll('textarea')) text.scrollTo(0, 0);
  });
  await page.mouse.move(0, 0);
  await page.screenshot({ animations: 'disabled', ...settings });
  console.log(settings.path);
}
