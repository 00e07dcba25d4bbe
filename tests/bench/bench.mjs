// Compares forms: ours, RJSF's and JSON Forms', in the same browser, from the same schemas, validation on in all.
//
// `cargo xtask bench` runs this. FORMS is the folder of our form as a page of its own, STYLE that of the console's
// style sheets, CHROME the browser. ONLY may name scenarios by parts of their names with | between them,
// CPU the slowdowns, SUBJECTS the forms.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

import { build } from 'esbuild';
import { chromium } from 'playwright-core';

import { TYPES } from '../e2e/site.mjs';
import { median } from './median.mjs';
import { scenarios } from './schemas.mjs';

/** How many pages are loaded to measure the first form in each. */
const PAGES = 5;

const SUBJECTS = (process.env.SUBJECTS ?? 'flow,rjsf,jsonforms').split(',');
const TITLES = { flow: 'ours', rjsf: 'RJSF', jsonforms: 'JSON Forms' };
const SHEETS = ['tokens', 'base', 'components', 'forms', 'pages'];

const { CHROME, FORMS, STYLE, ONLY = '', CPU = '1,4' } = process.env;
if (!CHROME || !FORMS || !STYLE) {
  throw new Error('CHROME, FORMS and STYLE must be set: `cargo xtask bench` does that.');
}

async function bundle(subject) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, `${subject}.mjs`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}

/** Only our form has style sheets: the others' themes are other packages, and cost more, not less. */
function pageOf(subject) {
  const sheets = subject === 'flow' ? SHEETS : [];
  const links = sheets.map((sheet) => `<link rel="stylesheet" href="style/${sheet}.css">`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${subject}</title>${links.join('')}
    <body><script type="module" src="bundle-${subject}.js"></script></body></html>`;
}

async function serve() {
  const files = new Map();
  for (const subject of SUBJECTS) {
    files.set(`/bundle-${subject}.js`, await bundle(subject));
    files.set(`/${subject}.html`, pageOf(subject));
  }
  const server = createServer(async ({ url }, response) => {
    try {
      const folder = url.startsWith('/style/') ? join(STYLE, '..') : FORMS;
      const content = files.get(url) ?? (await readFile(join(folder, url)));
      response.writeHead(200, {
        'Content-Type': TYPES[extname(url)] ?? 'application/octet-stream',
        // Clocks are ten times finer in pages that share nothing with others.
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

async function withPage(browser, origin, subject, slowdown, act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${origin}/${subject}.html`);
  await page.waitForFunction(() => 'measureRest' in window);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const result = await act(page);
  await context.close();
  if (errors.length > 0) throw new Error(`${subject}: ${errors[0]}`);
  return result;
}

/** Whether a scenario is among those asked for. */
function isWanted({ name }) {
  return ONLY.split('|').some((part) => name.includes(part));
}

async function measure(browser, origin, subject, scenario, slowdown) {
  if (scenario.beyond?.includes(subject)) return null;
  const inPage = (act) => withPage(browser, origin, subject, slowdown, act);
  const firsts = [];
  for (let count = 0; count < PAGES; count += 1) {
    firsts.push(await inPage((page) => page.evaluate((it) => window.measureFirst(it), scenario)));
  }
  const rest = await inPage((page) => page.evaluate((it) => window.measureRest(it), scenario));
  return {
    first: median(firsts),
    again: median(rest.again),
    keystroke: median(rest.keystrokes),
    toggle: rest.toggles.length > 0 ? median(rest.toggles) : null,
  };
}

function shown(time) {
  if (time === undefined || time === null) return '–';
  return time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString('en');
}

function row(name, results, kind) {
  const times = SUBJECTS.map((subject) => results[subject]?.[kind]);
  const share = times[0] / times[1];
  console.log(`| ${name} | ${times.map(shown).join(' | ')} | ${share.toFixed(2)} |`);
}

const site = await serve();
const browser = await chromium.launch({
  executablePath: CHROME,
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    // Frames follow each other at once, so that none is measured waiting for the screen.
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
  ],
});
try {
  for (const slowdown of CPU.split(',').map(Number)) {
    const table = [];
    for (const scenario of scenarios.filter(isWanted)) {
      const results = {};
      for (const subject of SUBJECTS) {
        results[subject] = await measure(browser, site.origin, subject, scenario, slowdown);
      }
      process.stderr.write(`${scenario.name}, ${slowdown}×\n`);
      table.push({ scenario, results });
    }
    console.log(`\nForms in milliseconds, CPU slowed down ${slowdown}× (medians)\n`);
    console.log(`| | ${SUBJECTS.map((it) => TITLES[it]).join(' | ')} | ours / RJSF |`);
    console.log('|---|---|---|---|---|');
    for (const { scenario, results } of table) {
      row(`${scenario.name}: first mount`, results, 'first');
      row(`${scenario.name}: mount again`, results, 'again');
      row(`${scenario.name}: keystroke`, results, 'keystroke');
      if (scenario.toggled) row(`${scenario.name}: toggle`, results, 'toggle');
    }
  }
} finally {
  await browser.close();
  site.stop();
}
