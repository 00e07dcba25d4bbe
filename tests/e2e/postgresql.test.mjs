// PostgreSQL, as its tutorial has it: by connection string, typed or put together, and by user and password.

import assert from 'node:assert/strict';

import {
  control,
  expectLanguage,
  fill,
  fillAll,
  openConsole,
  output,
  submit,
  switchLanguage,
  typed,
  useLiveEnvironment,
} from './person.mjs';
import { expectSent, printed } from './printed.mjs';
import { scene, sceneInBothLanguages } from './scene.mjs';
import { words } from './words.mjs';

const FORM = '#/sources/74a1c565-4e59-48d7-9d67-7c03b8a13137';
const STRING = '/auth/params/connectionString';

/** The values that stand in for the placeholders of the tutorial's connection string. */
const PARTS = {
  SERVER: 'db.example.com',
  DATABASE: 'sales',
  PORT: '5432',
  USERNAME: 'reader',
  PASSWORD: 'Elephant-Passw0rd',
};
const PLAIN = 'Server=db.example.com;Database=sales;Port=5432;UID=reader;Password=Elephant-Passw0rd';
const ENCRYPTED = `${PLAIN};EncryptionMethod=1;ValidateServerCertificate=1`;

const ABOUT_STRING = {
  '/name': 'PostgreSQL base connection',
  '/description': 'PostgreSQL base connection via connection string',
};
const ABOUT_BASIC = {
  '/name': 'PostgreSQL base connection',
  '/description': 'PostgreSQL base connection via basic authentication',
  '/auth/params/server': 'localhost',
  '/auth/params/database': 'postgresql-acme',
  '/auth/params/username': 'acme',
  '/auth/params/password': 'xxxx',
};

async function openForm(page, emulator, way) {
  await useLiveEnvironment(page, emulator);
  await openConsole(page, FORM);
  await fill(page, '/auth/specName', way);
}

const parts = (values) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`${STRING}#${key}`, value]));

/** Whether dots stand for the letters of an input. */
const isMasked = (input) =>
  input.evaluate(
    (element) => element.type === 'password' || getComputedStyle(element).webkitTextSecurity === 'disc',
  );

/** The tutorial's request with another connection string. */
function withString(connectionString) {
  const request = printed('postgresql', 'connection string', PARTS);
  request.body.auth.params = { connectionString };
  return request;
}

sceneInBothLanguages('by a connection string', async ({ page, emulator, journal, language }) => {
  await openForm(page, emulator, words[language].connectionString);
  await fillAll(page, { ...ABOUT_STRING, [STRING]: PLAIN });
  await submit(page);
  await output(page, 'id');
  await expectLanguage(page, language, words[language].connectionCreated);
  expectSent(journal().at(-1), printed('postgresql', 'connection string', PARTS));
});

sceneInBothLanguages('by a connection string in parts', async ({ page, emulator, journal, language }) => {
  await openForm(page, emulator, words[language].connectionString);
  await fillAll(page, {
    ...ABOUT_STRING,
    ...parts({ Server: PARTS.SERVER, Database: PARTS.DATABASE, Port: PARTS.PORT, UID: PARTS.USERNAME }),
  });
  await expectLanguage(page, language, words[language].passwordMissing);
  await fillAll(page, parts({ Password: PARTS.PASSWORD }));
  assert.equal(await typed(page, STRING), PLAIN);
  await submit(page);
  await output(page, 'id');
  expectSent(journal().at(-1), printed('postgresql', 'connection string', PARTS));
});

sceneInBothLanguages('by a connection string in parts, encrypted', async ({ page, emulator, journal, language }) => {
  await openForm(page, emulator, words[language].connectionString);
  await fillAll(page, {
    ...ABOUT_STRING,
    ...parts({
      Server: PARTS.SERVER,
      Database: PARTS.DATABASE,
      Port: PARTS.PORT,
      UID: PARTS.USERNAME,
      Password: PARTS.PASSWORD,
      EncryptionMethod: '1',
      ValidateServerCertificate: '1',
    }),
  });
  assert.equal(await typed(page, STRING), ENCRYPTED);
  await submit(page);
  await output(page, 'id');
  expectSent(journal().at(-1), withString(ENCRYPTED));
});

scene('a pasted connection string fills the parts, and a part changes the string', async (given) => {
  const { page, emulator, journal } = given;
  await openForm(page, emulator, words.en.connectionString);
  await fillAll(page, { ...ABOUT_STRING, [STRING]: ENCRYPTED });
  const expected = {
    Server: PARTS.SERVER,
    Database: PARTS.DATABASE,
    Port: PARTS.PORT,
    UID: PARTS.USERNAME,
    Password: PARTS.PASSWORD,
    EncryptionMethod: '1',
    ValidateServerCertificate: '1',
  };
  for (const [name, value] of Object.entries(parts(expected))) {
    assert.equal(await typed(page, name), value, name);
  }
  assert.ok(await isMasked(control(page, `${STRING}#Password`)), 'the password is not to be read');

  await fill(page, `${STRING}#EncryptionMethod`, '6');
  await fill(page, `${STRING}#ValidateServerCertificate`, '');
  const asked = `${PLAIN};EncryptionMethod=6`;
  assert.equal(await typed(page, STRING), asked);
  await submit(page);
  await output(page, 'id');
  expectSent(journal().at(-1), withString(asked));
});

sceneInBothLanguages('by user and password', async ({ page, emulator, journal, language }) => {
  await openForm(page, emulator, words[language].userAndPassword);
  // As it is, though the tutorial's port is that of another database: text stays text.
  await fillAll(page, { ...ABOUT_BASIC, '/auth/params/port': '3306', '/auth/params/sslMode': 'Allow' });
  await submit(page);
  await output(page, 'id');
  expectSent(journal().at(-1), printed('postgresql', 'basic authentication'));
  assert.strictEqual(journal().at(-1).body.auth.params.port, '3306');
});

sceneInBothLanguages('by user and password on AWS', async ({ page, emulator, journal, language }) => {
  await openForm(page, emulator, words[language].userAndPasswordOnAws);
  await fillAll(page, { ...ABOUT_BASIC, '/auth/params/port': '3306', '/auth/params/sslMode': 'false' });
  await submit(page);
  await output(page, 'id');
  expectSent(journal().at(-1), printed('postgresql', 'basic authentication on Amazon Web Services'));
  assert.strictEqual(journal().at(-1).body.auth.params.sslMode, 'false');
});

scene('a port of its own stays text too, and SSL is left out unless chosen', async ({ page, emulator, journal }) => {
  await openForm(page, emulator, words.en.userAndPassword);
  await fillAll(page, { ...ABOUT_BASIC, '/auth/params/port': '5432' });
  await switchLanguage(page);
  await submit(page);
  await output(page, 'id');
  const expected = printed('postgresql', 'basic authentication');
  expected.body.auth.params.port = '5432';
  delete expected.body.auth.params.sslMode;
  expectSent(journal().at(-1), expected);
});
