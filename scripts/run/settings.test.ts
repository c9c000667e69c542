import { describe, expect, it } from 'vitest';
import { roles } from '../../lib/auth/permissions';
import { expectPostgres, readSettings, urlOf } from './settings.mjs';

const onPostgres = { DATABASE_URL: 'postgres://a@b/c' };

describe('only this machine is served, unless someone says by which name it is reached from others', () => {
  it.each(['127.0.0.1', '::1', 'localhost'])('%s needs nothing more', (host) => {
    expect(readSettings({ HOST: host }).host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '10.0.0.5', 'desk.example'])('%s needs BASE_URL', (host) => {
    expect(() => readSettings({ HOST: host })).toThrow(`With HOST=${host}, set BASE_URL`);
    const baseUrl = 'https://desk.example';
    expect(readSettings({ HOST: host, BASE_URL: baseUrl })).toMatchObject({ host, baseUrl });
  });
});

it.each([
  ['127.0.0.1', 'http://127.0.0.1:80'],
  ['::1', 'http://[::1]:80'],
  ['0.0.0.0', 'http://127.0.0.1:80'],
  ['::', 'http://[::1]:80'],
  ['10.0.0.5', 'http://10.0.0.5:80'],
])('a server on %s is asked at %s', (host, url) => {
  expect(urlOf(host, 80)).toBe(url);
});

describe('several workers', () => {
  it('are for PostgreSQL', () => {
    expect(readSettings({ WORKERS: '3', ...onPostgres })).toMatchObject({ workers: 3, onPostgres: true });
    expect(() => readSettings({ WORKERS: '3' })).toThrow('WORKERS=3 needs PostgreSQL: set DATABASE_URL.');
    expect(readSettings({ WORKERS: '1' })).toMatchObject({ workers: 1, onPostgres: false });
    expect(readSettings({})).toMatchObject({ workers: 1 });
  });

  it.each(['0', '-1', '1.5', 'many', '65'])('are not %s', (workers) => {
    expect(() => readSettings({ WORKERS: workers, ...onPostgres })).toThrow('WORKERS must be a number from 1 to 64');
  });
});

it('what needs PostgreSQL says what to do on SQLite', () => {
  const ask = (env: Record<string, string>) => () => expectPostgres(readSettings(env), 'npm run web', 'runs both');
  expect(ask({})).toThrow('npm run web needs PostgreSQL: set DATABASE_URL. On SQLite, npm start runs both.');
  expect(ask(onPostgres)).not.toThrow();
});

it('a name with a path, which nothing would work with, is refused in words', () => {
  for (const text of [
    'https://x.example/sub',
    'https://x.example/sub/',
    'https://x.example?a=1',
    'https://x.example/#a',
  ]) {
    expect(() => readSettings({ BASE_URL: text })).toThrow(
      'BASE_URL must have nothing behind the name, as in https://x.',
    );
  }
  expect(readSettings({ BASE_URL: 'https://x.example:8443/' }).baseUrl).toBe('https://x.example:8443');
});

it('a limit or a proxy that cannot be understood is refused in words', () => {
  for (const rate of ['0', '-1', '1.5', 'many', '1e9']) {
    expect(() => readSettings({ RATE_LIMIT_PER_MINUTE: rate })).toThrow(
      'RATE_LIMIT_PER_MINUTE must be a number from 1',
    );
  }
  expect(() => readSettings({ TRUSTED_PROXIES: 'caddy' })).toThrow('TRUSTED_PROXIES must be addresses or ranges');
  expect(() => readSettings({ RATE_LIMIT_PER_MINUTE: '60', TRUSTED_PROXIES: '10.0.0.0/8' })).not.toThrow();
  expect(() => readSettings({ SECRET_KEY: 'abc' })).toThrow('SECRET_KEY must be 64 hexadecimal digits');
  expect(() => readSettings({ SECRET_KEY: 'ab'.repeat(32) })).not.toThrow();
});

describe('single sign-on', () => {
  const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 's' };

  it('is set up as a whole or not at all', () => {
    for (const role of roles) expect(readSettings({ ...whole, OIDC_NEW_PEOPLE: role })).toBeTruthy();
    expect(readSettings(whole)).toBeTruthy();
    expect(
      readSettings({ ...whole, OIDC_NAME: 'Example', OIDC_NEW_PEOPLE: 'editor', OIDC_TRUST_EMAIL: '1' }),
    ).toBeTruthy();
    expect(readSettings({ OIDC_ISSUER: '', OIDC_CLIENT_ID: '' })).toBeTruthy();
  });

  it.each([
    [
      { OIDC_ISSUER: 'https://id.example' },
      'OIDC_ISSUER is set, so OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set too.',
    ],
    [{ OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 's' }, 'OIDC_CLIENT_ID is set, so OIDC_ISSUER must be set too.'],
    [{ OIDC_TRUST_EMAIL: '1' }, 'OIDC_TRUST_EMAIL is set, so OIDC_ISSUER and'],
    [{ ...whole, OIDC_CLIENT_SECRET: '' }, 'OIDC_ISSUER is set, so OIDC_CLIENT_SECRET must be set too.'],
    [{ ...whole, OIDC_ISSUER: 'id.example' }, 'OIDC_ISSUER must be an address such as https://id.example.org'],
    [{ ...whole, OIDC_NEW_PEOPLE: 'admin' }, 'OIDC_NEW_PEOPLE must be one of viewer, editor, administrator'],
    [{ ...whole, OIDC_TRUST_EMAIL: 'yes' }, 'OIDC_TRUST_EMAIL must be 1 or not set'],
  ])('is refused in a sentence: %o', (env, sentence) => {
    expect(() => readSettings(env)).toThrow(sentence);
  });
});
