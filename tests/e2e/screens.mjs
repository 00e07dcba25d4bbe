// Every screen of the console in every state worth looking at, in the demo. Tests and pictures go through this list.

import {
  control,
  fill,
  fillAll,
  openConsole,
  output,
  settle,
  submit,
} from './person.mjs';

const POSTGRESQL = '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137';
const PHOENIX = '#/sources/102706fb-a5cd-42ee-afe0-bc42f017ff43';
const SNOWFLAKE = '#/sources/b2e08744-4f1a-40ce-af30-7abac3e23cf3';
const LANDING_ZONE = '#/sources/26f526f2-58f4-4712-961d-e41bf1ccc0e8';
const STREAMING = '#/sources/bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb';

const RECORD = {
  orderId: 'W-20417',
  placedAt: '2026-11-21T08:14:05Z',
  customer: { email: 'ada@example.com' },
  total: 15.8,
};

/** A sandbox of the demo in which nothing was made yet. */
async function useEmptySandbox(page) {
  await openConsole(page, '#/environment');
  await fill(page, 'sandbox', 'dev');
  await submit(page);
  await page.locator('main form [role="status"]').waitFor();
}

/** Goes from a list to one of its entries, whatever its id. */
async function openEntry(page, list, name) {
  await openConsole(page, list);
  await page.locator('main').getByRole('link', { name }).first().click();
  await page.locator('main h1', { hasText: name }).waitFor();
  await settle(page);
}

/** Goes to the first run of the demo's dataflow that has a state. */
export async function openRun(page, state) {
  await openEntry(page, '#/dataflows', 'Web shop orders');
  await page.locator('main .runs tr', { hasText: state }).getByRole('link').click();
  await page.waitForURL('**/#/runs/*');
  await output(page, 'id');
  await settle(page);
}

/** Puts values of no meaning to anyone into the form of PostgreSQL. */
export async function fillHalf(page) {
  await openConsole(page, POSTGRESQL);
  await fillAll(page, {
    '/name': 'Orders warehouse',
    '/description': 'Customers and orders, read only',
    '/auth/params/server': 'orders-db.example.com',
    '/auth/params/port': '5432',
    '/auth/params/database': 'orders',
    '/auth/params/username': 'platform_reader',
    '/auth/params/password': 'not-a-password',
  });
}

async function createStreaming(page) {
  await openConsole(page, STREAMING);
  await fillAll(page, { '/name': 'Shop floor events', '/auth/params/dataType': 'raw' });
  await submit(page);
  return output(page, 'id');
}

/** The address behind the present one, with what the last step has made. */
async function nextStep(page, parameter) {
  await submit(page);
  await page.waitForURL(`**&${parameter}=*`);
  await settle(page);
}

async function walk(page, steps) {
  const id = await createStreaming(page);
  await openConsole(page, `#/dataflows/new?source=${id}`);
  await fill(page, '/name', 'Shop floor events, as sent');
  if (steps === 0) return;
  await nextStep(page, 'sourceConnection');
  await fillAll(page, { '/name': 'Events in the data lake', '/params/dataSetId': '68e77800c0ffee0012345678' });
  if (steps === 1) return;
  await nextStep(page, 'targetConnection');
  await fillAll(page, { '/name': 'Shop floor events', '/transformations/0/params/mappingId': '5d0c3a1e9f2b4c7d' });
  if (steps === 2) return;
  await submit(page);
  await page.locator('main [role="status"] .button.primary').waitFor();
}

/** Sends a record to the dataflow of the demo. */
export async function send(page) {
  await openEntry(page, '#/dataflows', 'Web shop orders');
  await page.locator('main a.primary').click();
  await page.waitForURL('**/#/inlets/send?*');
  await settle(page);
  await control(page, 'records').fill(JSON.stringify(RECORD, null, 2));
  await submit(page);
  await output(page, 'xactionId');
}

async function switchFault(page, name) {
  await openConsole(page, '#/environment');
  await fill(page, name, true);
}

async function openAlert(page) {
  await page.locator('main [role="alert"] summary').click();
}

/** Name and way there, each from a page that was just opened. */
export const screens = {
  sources: (page) => openConsole(page, '#/sources'),
  'sources-none-found': async (page) => {
    await openConsole(page, '#/sources');
    await fill(page, 'search', 'no such thing');
  },
  'sources-filtered': (page) => openConsole(page, '#/sources?search=s&kind=batch&authentication=oauth'),
  'source-with-doubts': async (page) => {
    await openConsole(page, SNOWFLAKE);
    await page.locator('main .about details:not([open]) summary').click();
  },
  'source-without-sign-in': (page) => openConsole(page, LANDING_ZONE),
  'source-empty': (page) => openConsole(page, POSTGRESQL),
  'source-half-filled': fillHalf,
  'source-connection-string': async (page) => {
    await openConsole(page, POSTGRESQL);
    await control(page, '/auth/specName').nth(1).check();
    await fillAll(page, {
      '/name': 'Orders warehouse',
      '/auth/params/connectionString': 'Server=orders-db.example.com;Database=orders;EncryptionMethod=1',
    });
  },
  'source-errors': async (page) => {
    await openConsole(page, PHOENIX);
    await fill(page, '/auth/params/port', 'four');
    await control(page, '/auth/params/port').blur();
    await submit(page);
    await page.locator('main form [role="alert"]').waitFor();
  },
  'source-failure': async (page) => {
    await fillHalf(page);
    await fill(page, '/name', 'fail-503');
    await submit(page);
    await openAlert(page);
  },
  'source-created': createStreaming,
  connections: (page) => openConsole(page, '#/connections'),
  'connections-empty': async (page) => {
    await useEmptySandbox(page);
    await openConsole(page, '#/connections');
  },
  'connections-failure': async (page) => {
    await switchFault(page, 'notJson');
    await openConsole(page, '#/connections');
    await openAlert(page);
  },
  connection: (page) => openEntry(page, '#/connections', 'Sales warehouse'),
  'connection-edit': async (page) => {
    await openEntry(page, '#/connections', 'Sales warehouse');
    await page.goto(`${page.url()}/edit`);
    await control(page, '/name').waitFor();
  },
  'connection-edit-changed': async (page) => {
    await screens['connection-edit'](page);
    await fillAll(page, { '/name': 'Sales warehouse (EU)', '/auth/params/password': 'not-a-password-either' });
  },
  'connection-inlet': (page) => openEntry(page, '#/connections', 'Web shop orders'),
  dataflows: (page) => openConsole(page, '#/dataflows'),
  'dataflows-empty': async (page) => {
    await useEmptySandbox(page);
    await openConsole(page, '#/dataflows');
  },
  dataflow: (page) => openEntry(page, '#/dataflows', 'Web shop orders'),
  'dataflow-without-runs': async (page) => {
    await walk(page, 3);
    await page.locator('main [role="status"] .button:not(.primary)').click();
    await page.locator('main .runs .empty').waitFor();
  },
  run: (page) => openRun(page, 'Success, in part'),
  'run-in-progress': (page) => openRun(page, 'In progress'),
  'walk-source': (page) => walk(page, 0),
  'walk-target': (page) => walk(page, 1),
  'walk-flow': (page) => walk(page, 2),
  'walk-made': (page) => walk(page, 3),
  inlets: (page) => openConsole(page, '#/inlets'),
  'inlets-empty': async (page) => {
    await useEmptySandbox(page);
    await openConsole(page, '#/inlets');
  },
  send: (page) => openConsole(page, '#/inlets/send'),
  'send-errors': async (page) => {
    await openConsole(page, '#/inlets/send');
    await fillAll(page, { inletUrl: 'nowhere', records: '{ "name": ' });
    await submit(page);
    await page.locator('main form [role="alert"]').waitFor();
  },
  'send-received': send,
  'requests-empty': (page) => openConsole(page, '#/requests'),
  requests: async (page) => {
    await send(page);
    await openConsole(page, '#/requests');
    await page.locator('main summary').first().click();
    await page.locator('main details pre').first().waitFor();
  },
  environment: (page) => openConsole(page, '#/environment'),
  'environment-errors': async (page) => {
    await openConsole(page, '#/environment');
    await fill(page, 'environment', 'own');
    await submit(page);
    await page.locator('main form [role="alert"]').waitFor();
  },
  'environment-works': useEmptySandbox,
  'not-found': (page) => openConsole(page, '#/nowhere'),
};
