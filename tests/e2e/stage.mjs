// The stage of tests and of pictures: a browser, the console on one origin, the emulator on another.

import { chromium } from 'playwright-core';

import { startEmulator } from './emulator.mjs';
import { serveSite } from './site.mjs';

export const locales = { en: 'en-GB', fr: 'fr-FR' };

/** Starts all three; `flags` are more of the browser's, `settings` the emulator's. */
export async function openStage(flags = [], settings = {}) {
  const lacking = ['CHROME', 'DIST', 'EMULATOR'].filter((name) => !process.env[name]);
  if (lacking.length > 0) {
    throw new Error(`${lacking.join(', ')} must be set: \`cargo xtask test e2e\` does that.`);
  }
  // One after the other: whatever cannot start must not leave the others running.
  const browser = await launch(flags);
  const emulator = await startEmulator(settings).catch(async (error) => {
    await browser.close();
    throw error;
  });
  const site = await serveSite(emulator.origin);
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

function launch(flags) {
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
      ...flags,
    ],
  });
}
