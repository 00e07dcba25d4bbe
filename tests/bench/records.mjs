// Compares the sending of records: the console's page, a bare loop of `fetch` in the same browser that has them in
// memory, one that reads them from the same file as the page does, and curl, all to the same emulator, over HTTP, with
// as many records a request and requests at a time.
//
// `cargo xtask bench records` runs this. DIST is the release of the console, EMULATOR a release of the emulator,
// CHROME the browser. RUNS, RECORDS and MEGABYTES change how much is measured.

import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

import { control, fill, fillAll, useLiveEnvironment } from '../e2e/person.mjs';
import { openStage } from '../e2e/stage.mjs';
import { makeDataflow, makeInlet, visitSendPage } from '../e2e/upload.mjs';
import { median } from './median.mjs';

const RUNS = Number(process.env.RUNS ?? 7);
const RECORDS = Number(process.env.RECORDS ?? 100_000);
const MEGABYTES = Number(process.env.MEGABYTES ?? 100);

/** What is compared: how the records go, how many, and how large each is about, in bytes. */
const WAYS = [
  { title: 'batches of 200, 4 at a time', mode: 'batch', size: 200, lanes: 4, count: RECORDS },
  { title: 'single records, 6 at a time', mode: 'single', size: 1, lanes: 6, count: RECORDS / 50 },
];

const RECORD_BYTES = 1_000;

/** A record of that size, as one line. */
function record(seq) {
  const text = JSON.stringify({ seq, at: '2026-01-02T03:04:05Z', item: { sku: `SKU-${seq}`, price: 12.5 }, note: '' });
  return `${text.slice(0, -2)}${'x'.repeat(RECORD_BYTES - text.length - 1)}"}`;
}

/** Runs in the page: a loop that does nothing but fetch, with the records in memory. Milliseconds. */
async function fetchAll({ url, flow, size, lanes }) {
  const { records } = window;
  let next = 0;
  const lane = async () => {
    while (next < records.length) {
      const part = records.slice(next, next + size);
      next += part.length;
      const body = size === 1 ? part[0] : `{"messages":[${part.join(',')}]}`;
      const headers = { 'Content-Type': 'application/json', 'x-adobe-flow-id': flow };
      const answer = await fetch(url, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`${answer.status}`);
      await answer.text();
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  return performance.now() - begun;
}

/**
 * Runs in the page: the same loop as somebody would write it who has to read the file first: piece by piece, line by
 * line, each looked at by `JSON.parse`, and each answer by its results. Milliseconds.
 */
async function fetchFile({ url, flow, size, lanes }) {
  const reader = window.file.stream().pipeThrough(new TextDecoderStream()).getReader();
  const lines = [];
  let rest = '';
  let isRead = false;
  const fill = async () => {
    while (!isRead && lines.length < size) {
      const { done, value } = await reader.read();
      const found = (rest + (value ?? '')).split('\n');
      rest = done ? '' : found.pop();
      isRead = done;
      for (const line of found) if (line !== '') lines.push(line);
    }
  };
  let filling = Promise.resolve();
  const next = async () => {
    filling = filling.then(fill);
    await filling;
    return lines.splice(0, size);
  };
  let accepted = 0;
  const lane = async () => {
    for (let part = await next(); part.length > 0; part = await next()) {
      for (const line of part) JSON.parse(line);
      const body = size === 1 ? part[0] : `{"messages":[${part.join(',')}]}`;
      const headers = { 'Content-Type': 'application/json', 'x-adobe-flow-id': flow };
      const answer = await fetch(url, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const { responses } = await answer.json();
      accepted += responses?.length ?? 1;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  if (accepted === 0) throw new Error('nothing was accepted');
  return performance.now() - begun;
}

/** Runs in the page: presses the button, and waits until no record waits. Milliseconds. */
async function sendAll(count) {
  const isOver = () => {
    const number = (name) => Number(document.querySelector(`main output[name="${name}"]`)?.textContent ?? 'NaN');
    return number('accepted') === count && number('waiting') === 0;
  };
  const begun = performance.now();
  const over = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isOver()) return;
      observer.disconnect();
      resolve(performance.now() - begun);
    });
    observer.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true });
  });
  document.querySelector('main button[type="submit"]').click();
  return over;
}

/**
 * Playwright listens to the network of its pages: each body and the stack of each call go through the browser's
 * debugger, which takes longer than sending them does, and longer the deeper the stack is. Nobody's page is listened
 * to, so it must not while time is taken. Only Playwright's own session can tell it, which has no public name.
 */
async function listen(page, isOn) {
  const session = page._connection.toImpl(page).delegate._mainFrameSession._client;
  await session.send(isOn ? 'Network.enable' : 'Network.disable');
}

/** What was sent before is put away. */
async function putAway(page) {
  const close = page.locator('main .upload').getByRole('button', { name: 'Close', exact: true });
  if (await close.isVisible()) {
    await close.click();
    await page.locator('main .upload').waitFor({ state: 'detached' });
  }
}

async function chooseFile(page, path, count) {
  const begun = Date.now();
  await page.locator('main input[name="file"]').setInputFiles(path);
  const found = page.locator('#records-found', { hasText: `${count.toLocaleString('en')} records` });
  await found.waitFor({ timeout: 600_000 });
  return Date.now() - begun;
}

async function choose(page, { mode, size, lanes }) {
  await fill(page, 'mode', mode);
  if (await control(page, 'batchSize').isVisible()) await fill(page, 'batchSize', String(Math.max(size, 1)));
  await fillAll(page, { concurrency: String(lanes) });
}

async function writeFile(path, count) {
  const stream = createWriteStream(path);
  for (let seq = 0; seq < count; seq += 1) {
    if (!stream.write(`${record(seq)}\n`)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  stream.end();
  await finished(stream);
}

const urlOf = ({ inletUrl }, { size }) =>
  size === 1 ? inletUrl : inletUrl.replace('/collection/', '/collection/batch/');

/** The same batches by curl, from files that were made before. Milliseconds. */
async function curl(inlet, way, lines, folder) {
  const config = [];
  for (let from = 0; from < lines.length; from += way.size) {
    const part = lines.slice(from, from + way.size);
    const path = join(folder, `batch-${from}.json`);
    writeFileSync(path, way.size === 1 ? part[0] : `{"messages":[${part.join(',')}]}`);
    config.push(
      `${from > 0 ? 'next\n' : ''}url = "${urlOf(inlet, way)}"\nsilent\noutput = "/dev/null"\n` +
        `header = "Content-Type: application/json"\nheader = "x-adobe-flow-id: ${inlet.flow}"\nheader = "Expect:"\n` +
        `data-binary = "@${path}"`,
    );
  }
  const file = join(folder, 'curl.config');
  writeFileSync(file, config.join('\n'));
  const begun = performance.now();
  const lanes = ['--parallel', '--parallel-immediate', '--parallel-max', String(way.lanes)];
  const child = spawn('curl', ['--no-progress-meter', ...lanes, '--config', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  if (code !== 0) throw new Error(`curl ended with ${code}`);
  return performance.now() - begun;
}

async function compare(page, inlet, way, folder) {
  const path = join(folder, `${way.mode}.ndjson`);
  await writeFile(path, way.count);
  const lines = readFileSync(path, 'utf8').trimEnd();
  await visitSendPage(page, inlet);
  // The console empties the control once it has the file.
  await page.evaluate(() => {
    const keep = ({ target }) => {
      window.file = target.files?.[0] ?? window.file;
    };
    addEventListener('change', keep, { capture: true });
  });
  await chooseFile(page, path, way.count);
  await choose(page, way);
  await page.evaluate((text) => {
    window.records = text.split('\n');
  }, lines);
  await listen(page, false);
  const times = { ours: [], bare: [], file: [], curl: [] };
  // The first of each is to warm up.
  for (let run = 0; run <= RUNS; run += 1) {
    await putAway(page);
    times.bare.push(await page.evaluate(fetchAll, { url: urlOf(inlet, way), flow: inlet.flow, ...way }));
    times.file.push(await page.evaluate(fetchFile, { url: urlOf(inlet, way), flow: inlet.flow, ...way }));
    times.ours.push(await page.evaluate(sendAll, way.count));
    if (run < 3) times.curl.push(await curl(inlet, way, lines.split('\n'), folder));
    process.stderr.write('.');
  }
  await listen(page, true);
  await putAway(page);
  const rate = (values) => Math.round((way.count * 1000) / median(values.slice(1)));
  return { title: way.title, ours: rate(times.ours), bare: rate(times.bare), file: rate(times.file), curl: rate(times.curl) };
}

/** Runs in the page before anything of its own. */
function watch() {
  window.longest = 0;
  window.longTasks = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      window.longest = Math.max(window.longest, duration);
      window.longTasks += 1;
    }
  }).observe({ type: 'longtask' });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      // The parts of a release share the memory of the first.
      window.wasmMemory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }
}

/** Reads and sends a large file while memory and long tasks are watched. */
async function large(stage, inlet, folder) {
  const count = (MEGABYTES * 1_000_000) / (RECORD_BYTES + 1);
  const records = Math.round(count);
  const path = join(folder, 'large.ndjson');
  await writeFile(path, records);
  const context = await stage.browser.newContext({ baseURL: stage.site.url, locale: 'en-GB' });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await useLiveEnvironment(page, stage.emulator);
  await visitSendPage(page, inlet);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const peak = { heap: 0, wasm: 0 };
  const look = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    peak.heap = Math.max(peak.heap, metrics.find(({ name }) => name === 'JSHeapUsedSize').value);
    peak.wasm = Math.max(peak.wasm, await page.evaluate(() => window.wasmMemory?.buffer.byteLength ?? 0));
  };
  await look();
  const before = { ...peak };
  const timer = setInterval(() => look().catch(() => {}), 250);
  const longest = () => page.evaluate(() => {
    const found = [window.longest, window.longTasks];
    window.longest = 0;
    window.longTasks = 0;
    return found;
  });
  await longest();
  const read = await chooseFile(page, path, records);
  const whileReading = await longest();
  await choose(page, WAYS[0]);
  await listen(page, false);
  await longest();
  const sent = await page.evaluate(sendAll, records);
  const whileSending = await longest();
  clearInterval(timer);
  await look().catch(() => {});
  await context.close();
  return { records, read, sent, whileReading, whileSending, before, peak };
}

const folder = mkdtempSync(join(tmpdir(), 'flow-console-bench-'));
const stage = await openStage(['--enable-precise-memory-info'], { keepsJournal: false });
try {
  const context = await stage.browser.newContext({ baseURL: stage.site.url, locale: 'en-GB' });
  const page = await context.newPage();
  await useLiveEnvironment(page, stage.emulator);
  const inlet = await makeInlet(stage.emulator);
  inlet.flow = await makeDataflow(stage.emulator, inlet.connection);
  const number = (value) => Math.round(value).toLocaleString('en');
  console.log(`\nRecords of ${number(RECORD_BYTES)} bytes a second (medians of ${RUNS})\n`);
  console.log('| | ours | bare `fetch` | ours / it | `fetch` over the file | ours / it | curl |');
  console.log('|---|---|---|---|---|---|---|');
  for (const way of WAYS) {
    const { title, ours, bare, file, curl: other } = await compare(page, inlet, way, folder);
    const shares = [bare, file].map((rate) => `${number(rate)} | ${(ours / rate).toFixed(2)}`);
    console.log(`| ${title} | ${number(ours)} | ${shares.join(' | ')} | ${number(other)} |`);
  }
  await context.close();

  if (MEGABYTES > 0) {
    const { records, read, sent, whileReading, whileSending, before, peak } = await large(stage, inlet, folder);
    const seconds = (time) => (time / 1000).toFixed(1);
    const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1);
    const task = ([time, many]) => (many > 0 ? `${number(time)} ms (${many} over 50 ms)` : 'under 50 ms');
    console.log(`\nA file of ${MEGABYTES} MB, ${number(records)} records\n`);
    console.log('| | read once | sent |');
    console.log('|---|---|---|');
    console.log(`| seconds | ${seconds(read)} | ${seconds(sent)} |`);
    console.log(`| longest task | ${task(whileReading)} | ${task(whileSending)} |`);
    console.log(
      `\nPeak memory: ${megabytes(peak.heap)} MB JavaScript (${megabytes(before.heap)} before),`,
      `${megabytes(peak.wasm)} MB WebAssembly (${megabytes(before.wasm)} before)`,
    );
  }
} finally {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
}
