// Our own form, as the console draws it, with the console's style sheets.

import { begin } from './measure.mjs';

let forms;

begin({
  async open() {
    const address = new URL('form-bench.js', document.baseURI);
    const glue = await import(address);
    await glue.default();
    forms = await glue.Forms.open();
  },

  mount(element, scenario) {
    forms.mount(scenario.text, JSON.stringify(scenario.value ?? null), element);
    return () => forms.unmount();
  },

  value: () => JSON.parse(forms.value()),
  find: (element, path) => element.querySelector(`[name="/${path.join('/')}"]`),
});
