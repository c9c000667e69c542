import { isCountry } from './country';
import { isLanguage, languageOf } from './language';
import { once } from './once';
import type { Reading } from './reading';

const short = /^([a-z]{2})-([A-Z]{2})$/;
const form = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*$/;

/**
 * A BCP 47 locale in its canonical form: `nl-NL`; reads `nl_NL`, `nl-nl` and POSIX's `nl_NL.UTF-8`. The language (and
 * the country, where there is one) must exist.
 */
export function readLocale(text: string): Reading {
  if (isCanonical(text)) return { value: text };
  const value = canonical(text.replace(/\.[A-Za-z0-9-]+$/, '').replaceAll('_', '-'));
  return value ? { value } : { value: null, code: 'invalid_locale', suggestion: languageOf(text) };
}

function isCanonical(text: string): boolean {
  const parts = short.exec(text);
  return parts !== null && isLanguage(parts[1] as string) && isCountry(parts[2] as string) && !outdated.test(text);
}

/** Codes that canonical form replaces are not taken by the fast path. */
const outdated = /^(?:tl|no|bh|in|iw|ji|mo|sh|tw|ak)-/;

function canonical(text: string): string | undefined {
  if (text.length > 60) return undefined;
  try {
    const [value] = Intl.getCanonicalLocales(text);
    return value && form.test(value) && exists(value) ? value : undefined;
  } catch {
    // A RangeError is how Intl says that the text is no locale.
    return undefined;
  }
}

function exists(locale: string): boolean {
  const { language, region } = new Intl.Locale(locale);
  const spoken = language.length === 2 ? isLanguage(language) : known(language);
  return spoken && (region === undefined || /^\d{3}$/.test(region) || isCountry(region));
}

const known = (language: string): boolean => languages().of(language) !== undefined;

const languages = once(() => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }));
