// JSON Forms with its plainest renderers, which has its validator judge the whole value at every keystroke.

import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { begin } from './measure.mjs';

let latest;

/** What it would make up itself, but for groups, and for `if` and `then`, which it only knows as rules of its own. */
function layoutOf(schema, path = '#') {
  const elements = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const scope = `${path}/properties/${name}`;
    if (property.type !== 'object') return { type: 'Control', scope };
    return { type: 'Group', label: property.title, elements: layoutOf(property, scope).elements };
  });
  for (const { if: condition, then } of schema.allOf ?? []) {
    const [flag] = condition.required;
    for (const name of Object.keys(then.properties)) {
      elements.push({
        type: 'Control',
        scope: `#/properties/${name}`,
        rule: { effect: 'SHOW', condition: { scope: `#/properties/${flag}`, schema: { const: true } } },
      });
    }
  }
  return { type: 'VerticalLayout', elements };
}

/** It finds fields among the object's own only. */
function withConditional(schema) {
  const properties = { ...schema.properties };
  for (const { then } of schema.allOf ?? []) Object.assign(properties, then.properties);
  return { ...schema, properties };
}

begin({
  async open() {},

  mount(element, { schema, value }) {
    latest = value ?? {};
    const root = createRoot(element);
    const form = createElement(JsonForms, {
      schema: withConditional(schema),
      uischema: layoutOf(schema),
      data: latest,
      renderers: vanillaRenderers,
      cells: vanillaCells,
      onChange: ({ data }) => {
        latest = data;
      },
    });
    flushSync(() => root.render(form));
    return () => root.unmount();
  },

  value: () => latest,
  find: (element, path) => element.querySelector(`[id="#/properties/${path.join('/properties/')}-input"]`)
    ?? element.querySelector(`[id="#/properties/${path.join('/properties/')}"] input`),
});
