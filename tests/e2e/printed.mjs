// The requests that Adobe's tutorials print, from the files that the contract tests read too.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { caller } from './person.mjs';

/** Headers that mean something to the service; a browser adds others of its own. */
const MEANT = /^(authorization|content-type|if-match|sandbox-name|x-.*)$/;

const CALLER = {
  ACCESS_TOKEN: caller.token,
  API_KEY: caller.key,
  IMS_ORG: caller.org,
  ORG_ID: caller.org,
  SANDBOX_NAME: caller.sandbox,
};

/** A request of a tutorial. `values` stand in for its other placeholders, such as `{HOST}`. */
export function printed(tutorial, title, values = {}) {
  const text = readFileSync(new URL(`../contract/${tutorial}.txt`, import.meta.url), 'utf8');
  const section = text.split(/^=== /m).find((part) => part.startsWith(`${title}\n`));
  assert.ok(section, `${tutorial} has “${title}”`);
  return read(section.slice(title.length + 1), { ...CALLER, ...values });
}

function read(section, values) {
  const filled = section.replace(/\{([A-Z_]+)\}/g, (placeholder, name) => values[name] ?? placeholder);
  const [head, ...rest] = filled.split('\n\n');
  const [first, ...lines] = head.trim().split('\n');
  const [method, address] = first.split(' ');
  const url = new URL(address);
  const body = rest.join('\n\n').trim();
  return {
    method,
    path: url.pathname,
    query: decodeURIComponent(url.search.slice(1)),
    headers: Object.fromEntries(
      lines.map((line) => line.split(': ')).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: body ? JSON.parse(body) : null,
  };
}

/** Makes sure that a request of the journal is the printed one, value for value, with nothing more in it. */
export function expectSent(entry, expected) {
  assert.ok(entry, `${expected.method} ${expected.path} was sent`);
  const { method, path, query, headers, body } = entry;
  assert.deepEqual(
    {
      method,
      path,
      query: decodeURIComponent(query),
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => MEANT.test(name))),
      body,
    },
    expected,
  );
}
