// RJSF with its validator, which judges the whole value at every keystroke.

import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { begin } from './measure.mjs';

let value;

begin({
  async open() {},

  mount(element, scenario) {
    value = scenario.value ?? {};
    const root = createRoot(element);
    const form = createElement(Form, {
      schema: scenario.schema,
      formData: value,
      validator,
      liveValidate: 'onChange',
      onChange: ({ formData }) => {
        value = formData;
      },
    });
    // Without this React would draw some time after the call.
    flushSync(() => root.render(form));
    return () => root.unmount();
  },

  value: () => value,
  find: (element, path) => element.querySelector(`[id="root_${path.join('_')}"]`),
});
