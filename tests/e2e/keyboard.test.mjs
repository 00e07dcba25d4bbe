// The console without a mouse.

import assert from 'node:assert/strict';

import { openConsole, output, settle } from './person.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';
import { words } from './words.mjs';

/** More stops than any screen has. */
const MOST_STOPS = 120;

/** What has the focus: its tag, name, and what it says. */
const focused = (page) =>
  page.evaluate(() => {
    const { tagName, name, id, textContent } = document.activeElement;
    return { tag: tagName, name, id, text: textContent.trim() };
  });

/** Presses Tab until something has the focus that is looked for. */
async function tabTo(page, matches, key = 'Tab') {
  const passed = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (matches(now)) return;
    passed.push(now.name || now.text || now.tag);
  }
  assert.fail(`Tab never comes to ${matches}, only to: ${passed.join(', ')}`);
}

const named = (name) => (focus) => focus.name === name;
const link = (text) => (focus) => focus.tag === 'A' && focus.text.startsWith(text);
const button = (text) => (focus) => focus.tag === 'BUTTON' && focus.text === text;

async function typeInto(page, name, text) {
  await tabTo(page, named(name));
  await page.keyboard.type(text);
}

async function enterScreen(page, title) {
  await page.locator('main h1', { hasText: title }).waitFor();
  await settle(page);
}

sceneInBothLanguages('from the first screen to a new connection', async ({ page, language }) => {
  await openConsole(page);
  await tabTo(page, link('Phoenix'));
  await page.keyboard.press('Enter');
  await enterScreen(page, 'Phoenix');
  await typeInto(page, '/name', 'Phoenix test connection');
  await typeInto(page, '/auth/params/host', 'phoenix.example.com');
  await typeInto(page, '/auth/params/username', 'reader');
  await typeInto(page, '/auth/params/password', 'Phoenix-Passw0rd');
  await typeInto(page, '/auth/params/port', '443');
  await typeInto(page, '/auth/params/httpPath', '/hbasephoenix0');
  await tabTo(page, named('/auth/params/enableSsl'));
  await page.keyboard.press('Space');
  await tabTo(page, button(words[language].createConnection));
  await page.keyboard.press('Enter');
  assert.match(await output(page, 'id'), /^[0-9a-f-]{36}$/);
  // The button that had the focus is gone; the next stop is on what came of it.
  await tabTo(page, link(words[language].openConnection));
  await page.keyboard.press('Enter');
  await enterScreen(page, 'Phoenix test connection');
});

scene('Enter in a field submits, and the first problem gets the focus', async ({ page }) => {
  await openConsole(page, '#/sources/86043421-563b-46ec-8e6c-e23184711bf6');
  await typeInto(page, '/name', 'Orders');
  await page.keyboard.press('Enter');
  assert.equal((await focused(page)).name, '/auth/params/accessKeyId');
  await page.keyboard.type('key');
  await typeInto(page, '/auth/params/secretKey', 'secret');
  await page.keyboard.press('Enter');
  await output(page, 'id');
});

scene('arrows choose the way to sign in and the values of a list', async ({ page }) => {
  await openConsole(page, '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137');
  await tabTo(page, named('/auth/specName'));
  await page.keyboard.press('ArrowRight');
  await page.locator('main [name="/auth/params/connectionString"]').waitFor();
  await page.keyboard.press('ArrowLeft');
  await tabTo(page, named('/auth/params/sslMode'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('main [name="/auth/params/sslMode"]').inputValue(), 'Allow');
  assert.match(await page.locator('main aside pre').innerText(), /"sslMode": "Allow"/);
});

scene('the first stop skips to the content', async ({ page }) => {
  await openConsole(page, '#/connections');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  assert.equal(await skip.innerText(), 'Skip to content');
  const box = await skip.boundingBox();
  assert.ok(box.y >= 0, 'it comes into view');
  await page.keyboard.press('Enter');
  assert.equal((await focused(page)).id, 'main');
  assert.match(page.url(), /#\/connections$/);
  await page.keyboard.press('Tab');
  const isInside = await page.evaluate(() => document.querySelector('main').contains(document.activeElement));
  assert.ok(isInside, 'the next stop is in the content');
});

scene('every screen begins at its heading', async ({ page }) => {
  await openConsole(page);
  assert.equal((await focused(page)).tag, 'BODY');
  for (const [entry, title] of [
    ['Connections', 'Connections'],
    ['Dataflows', 'Dataflows'],
    ['Inlets', 'Inlets'],
    ['Requests', 'Requests'],
    ['Environment', 'Environment'],
    ['Sources', 'Sources'],
  ]) {
    await tabTo(page, link(entry), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await enterScreen(page, title);
    const { tag, text } = await focused(page);
    assert.deepEqual([tag, text], ['H1', title]);
    assert.equal(await page.title(), `${title} · Flow Console`);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.locator('nav [aria-current="page"]').count(), 1);
  }
});

scene('what has the focus can be seen', async ({ page }) => {
  await openConsole(page, '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137');
  const seen = new Set();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { tag, mark, outline } = await page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return {
        tag: element.tagName,
        mark: `${element.tagName} ${element.name ?? ''} ${element.textContent.trim().slice(0, 40)}`,
        outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (tag === 'BODY') break;
    seen.add(mark);
    assert.ok(outline, `${mark} has an outline`);
  }
  assert.ok(seen.size > 15, `${seen.size} stops`);
});
