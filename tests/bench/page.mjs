// Lighthouse's judgement of the demo's first screen, on a phone as Lighthouse pretends one: a slow network, a slow processor.
//
// `cargo xtask bench page` runs this. DIST is the release of the console, CHROME the browser, RUNS how often it is judged.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { TYPES } from '../e2e/site.mjs';
import { median } from './median.mjs';

const RUNS = Number(process.env.RUNS ?? 5);

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const AUDITS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];

const { CHROME, DIST } = process.env;
if (!CHROME || !DIST) throw new Error('CHROME and DIST must be set: `cargo xtask bench page` does that.');

/** A file as a host sends it that follows the README: compressed, and for good where its name has a hash. */
async function answer({ url }, response) {
  const name = new URL(url, 'http://site').pathname.slice(1) || 'index.html';
  const path = join(DIST, name);
  try {
    const packed = await readFile(`${path}.br`).catch(() => null);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      'Cache-Control': /-[0-9a-f]{16}/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(packed && { 'Content-Encoding': 'br' }),
    });
    response.end(packed ?? (await readFile(path)));
  } catch {
    response.writeHead(404).end();
  }
}

const server = createServer(answer);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const chrome = await launch({
  chromePath: CHROME,
  chromeFlags: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const reports = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'silent', onlyCategories: CATEGORIES });
    reports.push(lhr);
  }
  console.log(`\nThe demo's first screen on a phone, by Lighthouse ${reports[0].lighthouseVersion} (medians of ${RUNS})\n`);
  console.log('| | |\n|---|---|');
  for (const name of CATEGORIES) {
    const score = median(reports.map(({ categories }) => categories[name].score * 100));
    console.log(`| ${name} | ${Math.round(score)} |`);
  }
  for (const name of AUDITS) {
    const { title, numericUnit } = reports[0].audits[name];
    const value = median(reports.map(({ audits }) => audits[name].numericValue));
    const shown = numericUnit === 'millisecond' ? `${Math.round(value)} ms` : value.toFixed(3);
    console.log(`| ${title} | ${shown} |`);
  }
} finally {
  await chrome.kill();
  server.close();
}
