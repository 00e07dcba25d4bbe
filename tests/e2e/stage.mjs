// The stage of tests and of pictures: a browser, the console on one origin, the emulator on another.

import { chromium } from 'playwright-core';

import { startEmulator } from './emulator.mjs';
import { serveSite } from './site.mjs';

export const locales = { en: 'en-GB', fr: 'fr-FR' };

/** Starts all three. */
export async function openStage() {
  const [browser, emulator, site] = await Promise.all([launch(), startEmulator(), serveSite()]);
  return {
    browser,
    emulator,
    site,

    async close() {
      emulator.stop();
      site.stop();
      await browser.close();
    },
  };
}

function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME,
    args: [
      // Root has no sandbox: containers and build machines.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
