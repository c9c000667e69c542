import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { e164, readPhone } from './phone';

describe('e164', () => {
  test('agrees with the full parser on a real number of every country, however it is written', () => {
    for (const country of Object.keys(examples) as (keyof typeof examples)[]) {
      const parsed = parsePhoneNumberFromString(examples[country] as string, { defaultCountry: country }, metadata);
      if (!parsed?.isValid()) continue;
      for (const form of ['E.164', 'INTERNATIONAL', 'NATIONAL'] as const) {
        expect(e164(parsed.format(form), country), `${country} ${form}`).toEqual({ e164: parsed.number });
      }
    }
  });

  test('agrees with the full parser on random digits behind a plus', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{4,13}$/), (digits) => {
        const parsed = parsePhoneNumberFromString(`+${digits}`, { extract: false }, metadata);
        if (parsed?.isValid()) expect(e164(`+${digits}`, undefined)).toEqual({ e164: parsed.number });
      }),
      { numRuns: 2000 },
    );
  });

  test('a number that begins with what may be a prefix is left to the full parser', () => {
    expect(e164('+55 90 90000 0000', undefined)).toEqual({ e164: '+55900000000' });
  });

  test.each([
    ['+31 20 123 4567', undefined],
    ['+31 (0)20 123-4567', undefined],
    ['0031201234567', undefined],
    ['020-1234567', 'NL'],
    ['(020) 123 45 67', 'NL'],
    ['020 1234567 ext. 12', 'NL'],
    ['31201234567', 'NL'],
  ])('%s is a number', (text, country) => {
    expect(e164(text, country)).toEqual({ e164: '+31201234567' });
  });

  test('what is in doubt says why', () => {
    expect(e164('000-123', undefined)).toEqual({ e164: null, doubt: 'phone_no_country' });
    expect(e164('020-1234567', undefined)).toEqual({ e164: null, doubt: 'phone_no_country' });
    expect(e164('020-1234567', 'XX')).toEqual({ e164: null, doubt: 'phone_no_country' });
    expect(e164('+72 907 620 12 56', undefined)).toEqual({ e164: null, doubt: 'phone_unlikely' });
    expect(e164('+31 1', 'NL')).toEqual({ e164: null, doubt: 'phone_unlikely' });
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, country) => void e164(text, country)));
  });
});

test('a doubtful number is stored as sent, with the international form where it can be told', () => {
  expect(readPhone('+0612345678', 'NL')).toMatchObject({ value: '+0612345678', suggestion: '+31612345678' });
  expect(readPhone('0612345678', 'NL')).toEqual({ value: '0612345678' });
});
