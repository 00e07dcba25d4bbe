// What comes in and goes out, in a person's words: commands pasted, what is said about them, what is sent then.

import { readFileSync } from 'node:fs';

export const PHOENIX = '#/sources/102706fb-a5cd-42ee-afe0-bc42f017ff43';
export const PASSWORD = 'Elephant-Passw0rd';

export const words = {
  en: { paste: 'Paste a command…', use: 'Use it', duplicate: 'Duplicate…', copy: '(copy)', link: 'Copy link' },
  fr: { paste: 'Coller une commande…', use: 'Utiliser', duplicate: 'Dupliquer…', copy: '(copie)', link: 'Copier le lien' },
};

/** A command as a tutorial prints it. */
export function command(tutorial, title) {
  const text = readFileSync(new URL(`../interchange/commands/${tutorial}.txt`, import.meta.url), 'utf8');
  const section = text.split(/^=== /m).find((part) => part.startsWith(`${title}\n`));
  return section.slice(title.length + 1);
}

export const dialog = (page) => page.locator('main dialog[open]');

/** Opens the dialog, pastes, and gives what is said about it. */
export async function paste(page, text, language = 'en') {
  await page.getByRole('button', { name: words[language].paste }).click();
  await dialog(page).locator('[name="command"]').fill(text);
  await dialog(page).locator('[role="status"]').waitFor();
  return dialog(page).innerText();
}

export const useIt = async (page, language = 'en') => {
  await dialog(page).getByRole('button', { name: words[language].use }).click();
  await dialog(page).waitFor({ state: 'detached' });
};

export const arrived = (page) => page.locator('main #arrival').innerText();

/** The body in the request panel. */
export const panelBody = async (page) => JSON.parse(await page.locator('main aside pre').innerText());
