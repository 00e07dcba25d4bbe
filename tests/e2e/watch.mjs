// What a page may not do in any test: complain, break its security policy, or call someone nobody named.

import assert from 'node:assert/strict';

/** Chromium's own lines about answers that a test asked for, such as a 401 or no answer at all. */
const PROVOKED = /^Failed to load resource: (the server responded with a status of [45]\d\d|net::ERR_)/;

/** Watches a context until `check` is called. */
export async function watch(context, { allowedOrigins, failsOnPurpose = false }) {
  const complaints = [];
  const complain = (what) => complaints.push(what);

  await context.exposeBinding('reportViolation', (_, text) => complain(`security policy: ${text}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('console', (message) => {
    if (failsOnPurpose && PROVOKED.test(message.text())) return;
    complain(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complain(`page error: ${error.error().stack ?? error.error()}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && !allowedOrigins.includes(origin)) complain(`called ${request.url()}`);
  });

  return {
    check() {
      assert.deepEqual(complaints, [], 'the page stays silent');
    },
  };
}
