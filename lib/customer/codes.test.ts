import { describe, expect, test } from 'vitest';
import { readCountry } from './country';
import { readGender } from './gender';
import { readInteger } from './integer';
import { readLanguage } from './language';
import { readLocale } from './locale';
import { readOffset } from './offset';

describe('country', () => {
  test.each(
    Object.entries({
      NL: [
        'NL',
        'nl',
        'NLD',
        'Netherlands',
        'The Netherlands',
        'Nederland',
        'Niederlande',
        'Pays-Bas',
        'Países Bajos',
        'Holland',
      ],
      GB: ['UK', 'U.K.', 'England', 'Great Britain', 'Verenigd Koninkrijk', 'Royaume-Uni'],
      US: ['USA', 'U.S.A.', 'United States', 'Verenigde Staten', 'Estados Unidos'],
      DE: ['germany', 'DEUTSCHLAND', 'Duitsland', 'Allemagne', 'Alemania'],
    }).flatMap(([code, texts]) => texts.map((text) => [text, code])),
  )('%s is %s', (text, code) => {
    expect(readCountry(text as string)).toEqual({ value: code });
  });

  test('a code that is not assigned is unknown, a near name is offered', () => {
    expect(readCountry('XQ')).toEqual({ value: null, code: 'unknown_country', suggestion: undefined });
    // A moment or a postal code in the wrong column is no Tanzania.
    for (const text of ['2026-02-30T00:00:00Z', '00TZ', '1011 NL'])
      expect(readCountry(text).code).toBe('unknown_country');
    expect(readCountry('Netherlnds').suggestion).toBe('Netherlands');
    expect(readCountry('Congo').value).toBeNull();
    expect(readCountry('constructor').value).toBeNull();
  });
});

describe('language', () => {
  test.each([
    ['nl', 'nl'],
    ['NL', 'nl'],
    ['nld', 'nl'],
    ['dut', 'nl'],
    ['nl-NL', 'nl'],
    ['en_GB', 'en'],
    ['zh-Hans-CN', 'zh'],
    ['Dutch', 'nl'],
    ['Nederlands', 'nl'],
    ['Deutsch', 'de'],
    ['Français', 'fr'],
    ['Chinese', 'zh'],
    ['Español', 'es'],
    ['Spaans', 'es'],
    ['Flemish', 'nl'],
    ['iw', 'he'],
    ['日本語', 'ja'],
  ])('%s is %s', (text, code) => {
    expect(readLanguage(text)).toEqual({ value: code });
  });

  test('what is none is unknown, a near name is offered', () => {
    expect(readLanguage('xx').code).toBe('unknown_language');
    expect(readLanguage('Germn').suggestion).toBe('German');
  });
});

test.each([
  ['M', 'M'],
  ['male', 'M'],
  ['Man', 'M'],
  ['Herr', 'M'],
  ['Homme', 'M'],
  ['f', 'F'],
  ['V', 'F'],
  ['weiblich', 'F'],
  ['Mujer', 'F'],
  ['Männlich', 'M'],
  ['Other', 'U'],
  ['x', 'U'],
  ['n/a', 'U'],
  ['constructor', null],
])('gender %s is %s', (text, code) => {
  expect(readGender(text).value).toBe(code);
});

test.each([
  ['nl-NL', 'nl-NL'],
  ['nl_NL', 'nl-NL'],
  ['NL-nl', 'nl-NL'],
  ['nl_NL.UTF-8', 'nl-NL'],
  ['zh-hans-cn', 'zh-Hans-CN'],
  ['es-419', 'es-419'],
  ['nl', 'nl'],
  ['xx-XX', null],
  ['Dutch', null],
])('locale %s is %s', (text, locale) => {
  expect(readLocale(text).value).toBe(locale);
});

test.each([
  ['+01:00', '+01:00'],
  ['+1', '+01:00'],
  ['-0530', '-05:30'],
  ['−3', '-03:00'],
  ['UTC+1', '+01:00'],
  ['GMT-12', '-12:00'],
  ['Z', '+00:00'],
  ['-00:00', '+00:00'],
  ['+14:00', '+14:00'],
  ['+14:30', null],
  ['-12:30', null],
  ['1', null],
])('offset %s is %s', (text, offset) => {
  expect(readOffset(text).value).toBe(offset);
});

describe('whole numbers', () => {
  test('digits from 1 to 2^53 − 1, never rounded', () => {
    expect(readInteger('9007199254740991')).toEqual({ value: 9007199254740991 });
    for (const text of ['9007199254740992', '9007199254740993', '0', '-5', '1E5', 'x', '99999999999999999999']) {
      expect(readInteger(text)).toMatchObject({ value: null, code: 'invalid_number' });
    }
  });

  test('zeros in front are dropped with a warning', () => {
    expect(readInteger('00042')).toEqual({ value: 42, code: 'leading_zeros' });
  });

  test.each([
    ['1,204', '1204'],
    ['1.204.000', '1204000'],
    ['12.0', '12'],
    ['+5', '5'],
    ['１２', '12'],
    ['12.5', undefined],
  ])('%s is an error that offers %s', (text, suggestion) => {
    expect(readInteger(text)).toMatchObject({ value: null, code: 'invalid_number' });
    expect(readInteger(text).suggestion).toBe(suggestion);
  });
});
