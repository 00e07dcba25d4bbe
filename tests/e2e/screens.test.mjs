// Every screen in every state: accessible in both languages and both themes, and no wider than a phone.

import { STILL, lookAt } from './barriers.mjs';
import { scene } from './scene.mjs';
import { screens } from './screens.mjs';

for (const [name, enter] of Object.entries(screens)) {
  scene(`the screen ${name}`, STILL, async ({ page }) => {
    await enter(page);
    await lookAt(page);
  });
}
