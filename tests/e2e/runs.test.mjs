// The runs of a dataflow: what became of the records.

import assert from 'node:assert/strict';

import { openConsole, output, settle } from './person.mjs';
import { scene } from './scene.mjs';
import { openRun, send } from './screens.mjs';

/** Of each run on the page: its state, and how many records were read, written and lost. */
const rows = async (page) => {
  await page.locator('main .runs tbody tr').first().waitFor();
  return page
    .locator('main .runs tbody tr')
    .evaluateAll((found) => found.map((row) => [...row.cells].slice(1, 5).map((cell) => cell.textContent)));
};

const fact = (page, name) => page.locator('main dt', { hasText: name }).locator('+ dd').textContent();

scene('the runs of a dataflow, and what went wrong in one of them', async ({ page }) => {
  await openConsole(page, '#/dataflows');
  await page.locator('main').getByRole('link', { name: 'Web shop orders' }).click();
  assert.deepEqual(await rows(page), [
    ['In progress', '417', '417', '0'],
    ['Success, in part', '1,932', '1,915', '17'],
    ['Success', '2,208', '2,208', '0'],
  ]);
  await openRun(page, 'Success, in part');
  assert.equal(await fact(page, 'Duration'), '1\u{a0}h 1\u{a0}min');
  const reasons = await page.locator('main .runs tbody tr').allTextContents();
  assert.equal(reasons.length, 4);
  assert.equal(reasons[0], 'MAPPER-3700-400The mapping failed: total is no number14');
  // The address alone leads there again, and from there to the dataflow.
  const id = await output(page, 'id');
  await page.reload();
  assert.equal(await output(page, 'id'), id);
  await page.locator('main dd a').first().click();
  await page.locator('main h1', { hasText: 'Web shop orders' }).waitFor();
});

scene('a record that was sent is counted', async ({ page }) => {
  await send(page);
  await openConsole(page, '#/dataflows');
  await page.locator('main').getByRole('link', { name: 'Web shop orders' }).click();
  const [first] = await rows(page);
  assert.deepEqual(first, ['In progress', '418', '418', '0']);
  await settle(page);
});
