import { describe, expect, it } from 'vitest';
import { isOurHost, isOurOrigin } from './origin';

describe('only names that are ours are served', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost'])('serves %s', (host) => {
    expect(isOurHost(host, undefined)).toBe(true);
  });
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:3000',
    'a@localhost',
    '',
    null,
    'localhost/x',
  ])('refuses %s', (host) => {
    expect(isOurHost(host, undefined)).toBe(false);
  });
  it('serves the host of BASE_URL', () => {
    expect(isOurHost('desk.example:8443', 'https://desk.example:8443')).toBe(true);
    expect(isOurHost('desk.example', 'https://desk.example:8443')).toBe(false);
  });
});

describe('a write needs an Origin that is ours', () => {
  it('takes the loopback name that was asked', () => {
    expect(isOurOrigin('http://localhost:3000', 'localhost:3000', undefined)).toBe(true);
    expect(isOurOrigin('http://127.0.0.1:3000', '127.0.0.1:3000', 'https://desk.example')).toBe(true);
    expect(isOurOrigin('http://[::1]:3000', '[::1]:3000', undefined)).toBe(true);
  });
  it.each([
    'null',
    null,
    'http://evil.example',
    'http://localhost:3001',
    'https://localhost:3000',
    'http://127.0.0.1:3000',
    'https://localhost:3000.evil.example',
    'file://',
  ])('refuses %s', (origin) => {
    expect(isOurOrigin(origin, 'localhost:3000', undefined)).toBe(false);
  });
  it('takes the origin of BASE_URL and no other host', () => {
    expect(isOurOrigin('https://desk.example', 'desk.example', 'https://desk.example/')).toBe(true);
    expect(isOurOrigin('http://desk.example', 'desk.example', 'https://desk.example')).toBe(false);
  });
});
