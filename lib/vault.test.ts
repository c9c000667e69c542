import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMasked, isSealed, mask } from './sealed';
import { openVault, sealAnew, show } from './vault';

const vault = openVault(Buffer.alloc(32, 7));
const other = openVault(Buffer.alloc(32, 8));
/** Any text that JavaScript can hold, lone surrogates too. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('seal and open', () => {
  it('give back every text, the same token for the same text and another one for another', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        const token = vault.seal(one);
        expect(isSealed(token)).toBe(true);
        expect(vault.open(token)).toBe(one);
        expect(vault.seal(one) === vault.seal(two)).toBe(one === two);
      }),
    );
  });

  it('a token says nothing of its text, and needs no escapes in JSON', () => {
    const token = vault.seal('123-45-6789');
    expect(token).toMatch(/^sealed\.1\.[\w-]{8}\.[\w-]+$/);
    expect(Buffer.from(token.split('.')[3]!, 'base64url').includes('123-45-6789')).toBe(false);
    expect(JSON.stringify(token)).toBe(`"${token}"`);
  });

  it('a token of another key, a changed one and any other text are not opened', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const token = vault.seal(text);
        expect(other.open(token)).toBeNull();
        // The last character of base64 may hold bits that are not read.
        const place = token.length - 2 - (at % (token.length - 18 - 22));
        const changed = `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`;
        expect(vault.open(changed)).toBeNull();
        expect(vault.open(text)).toBeNull();
      }),
    );
  });

  it('what a person groups differently begins alike, and only that', () => {
    const start = vault.startOf('123456789');
    for (const text of ['123-45-6789', '123 45 6789', '123.45.6789', '123456789']) {
      expect(vault.seal(text).startsWith(start)).toBe(true);
    }
    for (const text of ['123456780', '12345678', '1234567890', '6789']) {
      expect(vault.seal(text).startsWith(start)).toBe(false);
    }
    expect(vault.startOf('ab12')).toBe(vault.startOf('AB-12'));
  });
});

describe('sealed anew', () => {
  it('every token of the old key in a text gets the new one, and all else stays', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const json = JSON.stringify(texts.map((text, at) => (at % 2 ? text : vault.seal(text))));
        const anew = sealAnew(json, vault, other);
        expect(anew).not.toContain(vault.keyId);
        expect(JSON.parse(anew).map((text: string, at: number) => (at % 2 ? text : other.open(text)))).toEqual(texts);
        expect(sealAnew(anew, vault, other)).toBe(anew);
      }),
    );
    const foreign = openVault(randomBytes(32)).seal('x');
    expect(sealAnew(foreign, vault, other)).toBe(foreign);
  });
});

describe('masked', () => {
  it.each([
    ['123456789', '•••• 6789'],
    ['123-45-6789', '•••• 6789'],
    ['12345678', '•••• 5678'],
    ['1234567', '•••• 67'],
    ['123', '•••• 3'],
    ['12', '••••'],
    ['', '••••'],
  ])('%s is shown as %s', (text, shown) => {
    expect(mask(text)).toBe(shown);
    expect(show(vault, vault.seal(text))).toBe(shown);
    expect(show(vault, vault.seal(text), true)).toBe(text);
    expect(isMasked(shown)).toBe(true);
  });

  it('what cannot be opened shows nothing, and what is no token stays', () => {
    expect(show(vault, other.seal('123456789'), true)).toBe('••••');
    expect(show(vault, 'sealed.1.x')).toBe('sealed.1.x');
  });

  it.each(['***-**-6789', 'XXX-XX-6789', 'xxxxx6789', '### 6789', '●●● 1'])('%s is masked', (text) => {
    expect(isMasked(text)).toBe(true);
  });

  it.each(['123-45-6789', 'X1234567L', '#12', 'AB 12 34 56 C'])('%s is not', (text) => {
    expect(isMasked(text)).toBe(false);
  });
});
