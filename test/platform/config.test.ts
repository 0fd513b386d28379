import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/platform/config.ts';

test('settings that are not given, or empty, have the promised defaults', () => {
  const defaults = {
    HOST: '127.0.0.1',
    PORT: 3000,
    DATABASE_URL: 'file:data/counterclaim.db',
    DEMO: true,
    PUBLIC_READ: true,
    PUBLIC_TEXT: false,
    RATE_LIMIT: 600,
  };
  expect(readConfig({})).toMatchObject(defaults);
  expect([readConfig({}).ADMIN_KEY, readConfig({}).PUBLIC_URL]).toEqual([undefined, undefined]);
  expect(readConfig(Object.fromEntries(Object.keys(readConfig({})).map((name) => [name, ''])))).toEqual(readConfig({}));
});

test('settings are read as what they mean, and what is none of ours is left alone', () => {
  const given = {
    HOST: '0.0.0.0',
    PORT: '0',
    DATABASE_URL: 'postgres://user:word@host/name',
    DATABASE_READ_URLS: 'postgres://one/name, postgres://user:word@two:5433/name',
    ADMIN_KEY: `cck_${'a'.repeat(16)}`,
    DEMO: 'false',
    PUBLIC_READ: 'false',
    PUBLIC_TEXT: 'true',
    PUBLIC_URL: 'https://claims.example/base/',
    LOG_LEVEL: 'silent',
    TRUST_PROXY: '2',
    CORS_ORIGIN: '*',
    RATE_LIMIT: '0',
    PATH: '/bin',
  };
  const { PATH: _, ...ours } = given;
  expect(readConfig(given)).toEqual({
    ...readConfig({}),
    ...ours,
    PORT: 0,
    DATABASE_READ_URLS: ['postgres://one/name', 'postgres://user:word@two:5433/name'],
    DEMO: false,
    PUBLIC_READ: false,
    PUBLIC_TEXT: true,
    PUBLIC_URL: 'https://claims.example/base',
    TRUST_PROXY: 2,
    RATE_LIMIT: 0,
  });
});

test.each([
  ['PORT', ['-1', '65536', 'abc', '1.5']],
  ['DATABASE_URL', ['mysql://host/name', 'file:', 'data.db', 'postgres:name']],
  ['DATABASE_READ_URLS', ['file:copy.db', 'postgres://one/name,', 'postgres://one/name two']],
  ['ADMIN_KEY', ['secret', 'cck_short', `cck_${'a'.repeat(15)} `]],
  ['DEMO', ['yes', '1', 'TRUE']],
  ['PUBLIC_READ', ['no']],
  ['PUBLIC_TEXT', ['on']],
  ['PUBLIC_URL', ['claims.example', 'ftp://claims.example']],
  ['LOG_LEVEL', ['loud']],
  ['TRUST_PROXY', ['everybody', '10.0.0.0/99', '10.0.0.1,nobody']],
  ['RATE_LIMIT', ['-1', 'many']],
])('a wrong %s is refused by its name', (name, values) => {
  for (const value of values) {
    expect(() => readConfig({ [name]: value }), value).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value }), value).toThrow(`  ${name}: `);
  }
});

test('all faults are told at once', () => {
  const wrong = {
    PORT: 'abc',
    DEMO: 'perhaps',
    LOG_LEVEL: 'loud',
    RATE_LIMIT: '-1',
    DATABASE_URL: 'nothing',
    HOST: 'kept',
  };
  let message = '';
  try {
    readConfig(wrong);
  } catch (error) {
    message = (error as Error).message;
  }
  const [first, ...faults] = message.split('\n');
  expect(first).toBe('These settings cannot be right:');
  expect(faults.map((fault) => fault.trim().split(':')[0]).sort()).toEqual([
    'DATABASE_URL',
    'DEMO',
    'LOG_LEVEL',
    'PORT',
    'RATE_LIMIT',
  ]);
});

test('standbys of a SQLite file are refused beside what else is wrong, and no password is told', () => {
  const read = () => readConfig({ DATABASE_READ_URLS: 'postgres://user:secret@one/name', PORT: 'abc' });
  expect(read).toThrow('DATABASE_READ_URLS: is for PostgreSQL: a SQLite file has no standbys.');
  expect(read).toThrow('PORT: ');
  expect(read).not.toThrow('secret');
});

test('the sample key of the README is refused', () => {
  const read = () => readConfig({ ADMIN_KEY: 'cck_choose-a-long-random-one' });
  expect(read).toThrow('ADMIN_KEY: is the sample of the README');
});
