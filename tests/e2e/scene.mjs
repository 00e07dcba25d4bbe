// A test is a scene: a fresh browser profile, an emulator whose world is empty, and a page that must stay silent.

import { after, before, test } from 'node:test';

import { locales, openStage } from './stage.mjs';
import { watch } from './watch.mjs';

/** No scene takes longer on a slow machine. */
const LONGEST_MS = 60_000;

/** How long to wait for something to appear. */
const PATIENCE_MS = 10_000;

let stage;

before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

/**
 * One test.
 *
 * `play` gets the page, its context, the emulator, the site, `journal()`, which are the requests that reached the
 * emulator since the scene began or `turnPage()` was called.
 *
 * Settings: `language` (`en`), `failsOnPurpose` (Chromium's own lines about failed requests are allowed),
 * `config` (what stands in `config.json`, or a function that makes it of the emulator), `longestMs` (for what takes
 * long on purpose), and whatever a context of Playwright's takes.
 */
export function scene(name, ...rest) {
  const play = rest.pop();
  const settings = rest[0] ?? {};
  test(name, { timeout: settings.longestMs ?? LONGEST_MS }, () => enter(settings, play));
}

/** The same test in English and in French; `play` is told which by `language`. */
export function sceneInBothLanguages(name, ...rest) {
  const play = rest.pop();
  for (const language of Object.keys(locales)) {
    scene(`${name} (${language})`, { ...rest[0], language }, (given) => play({ ...given, language }));
  }
}

async function enter({ language = 'en', failsOnPurpose, config = null, longestMs, ...settings }, play) {
  const { browser, emulator, site } = stage;
  await emulator.reset();
  site.reviseAnswers(null);
  site.configure(typeof config === 'function' ? config(emulator) : config);
  const context = await browser.newContext({
    baseURL: site.url,
    locale: locales[language],
    ...settings,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const watcher = await watch(context, {
    allowedOrigins: [site.origin, emulator.origin],
    failsOnPurpose,
  });
  let mark = emulator.mark();
  const turnPage = () => {
    mark = emulator.mark();
  };
  try {
    const page = await context.newPage();
    const journal = () => emulator.requestsSince(mark);
    await play({ page, context, emulator, site, journal, turnPage });
    watcher.check();
  } finally {
    await context.close();
  }
}
