/**
 * The closed catalogue of issues. A code is stored; its words are made here, so that the grid, the summary, the report
 * and the API say the same sentence. Adding a code means adding it to docs/issues.md (a test compares them).
 */

export type Severity = 'error' | 'warning';

/** One thing wrong or doubtful with one cell (`field` set) or one row (`field` null). */
export interface Issue {
  field: string | null;
  code: IssueCode;
  severity: Severity;
  message: string;
  /** Text that would put it right, offered with one key. */
  suggestion?: string;
}

interface Entry {
  severity: Severity;
  /** What to do, as one sentence. */
  message: string;
  /** The cause in plural, after a number: "31 emails that are not an address". */
  cause: string;
}

export const issueCatalogue = {
  key_blank: {
    severity: 'error',
    message: 'Fill in the match key, or leave this row out.',
    cause: 'rows without the match key',
  },
  duplicate_in_file: {
    severity: 'error',
    message: 'An earlier row has the same key. Change the key or leave this row out.',
    cause: 'rows that repeat an earlier key',
  },
  ambiguous_match: {
    severity: 'error',
    message: 'Two or more customers have this key. Match by another field, or leave this row out.',
    cause: 'keys that fit two customers',
  },
  source_taken: {
    severity: 'error',
    message: 'Another customer has this source system and source ID. Correct one of them.',
    cause: 'source IDs of another customer',
  },
  source_incomplete: {
    severity: 'error',
    message: 'Fill in both source system and source ID, or neither.',
    cause: 'source IDs that are incomplete',
  },
  id_reserved: {
    severity: 'error',
    message: 'Ids from 1,000,000,000,000 on are given out by Import Desk. Use a lower id.',
    cause: 'new ids in the reserved range',
  },
  id_differs: {
    severity: 'error',
    message: 'The customer found by the match key has another id. An id cannot be changed.',
    cause: 'ids that differ from the customer found',
  },
  invalid_email: {
    severity: 'error',
    message: 'Enter an email address like name@example.com.',
    cause: 'emails that are not an address',
  },
  invalid_date: {
    severity: 'error',
    message: 'Enter a date that exists, like 1984-02-28.',
    cause: 'dates that do not exist',
  },
  ambiguous_date: {
    severity: 'error',
    message: 'Say on the Map page whether the day or the month comes first.',
    cause: 'dates that can be read two ways',
  },
  invalid_number: {
    severity: 'error',
    message: 'Enter a whole number from 1 to 9,007,199,254,740,991, in digits only.',
    cause: 'values that are not whole numbers',
  },
  unknown_country: {
    severity: 'error',
    message: 'Enter a country, like Netherlands or NL.',
    cause: 'countries not recognised',
  },
  unknown_language: {
    severity: 'error',
    message: 'Enter a language, like Dutch or nl.',
    cause: 'languages not recognised',
  },
  unknown_gender: { severity: 'error', message: 'Enter M, F or U.', cause: 'genders not recognised' },
  invalid_locale: { severity: 'error', message: 'Enter a locale like nl-NL.', cause: 'locales that are not one' },
  invalid_offset: {
    severity: 'error',
    message: 'Enter a time zone offset like +01:00.',
    cause: 'time zone offsets that are not one',
  },
  too_long: {
    severity: 'error',
    message: 'Shorten the text to what the field can hold.',
    cause: 'values that are too long',
  },
  row_too_long: {
    severity: 'error',
    message: 'This row has more filled cells than the header. Look for a separator inside a value.',
    cause: 'rows with more cells than the header',
  },
  malformed_row: {
    severity: 'error',
    message: 'A quotation mark on this line does not close. Correct it in the file.',
    cause: 'rows with a broken quotation mark',
  },
  cell_error: {
    severity: 'error',
    message: 'The spreadsheet shows an error in this cell. Enter the value.',
    cause: 'cells that show an error in the spreadsheet',
  },
  formula_without_value: {
    severity: 'error',
    message: 'This formula was saved without its value. Enter the value.',
    cause: 'formulas saved without a value',
  },
  duplicate_first: {
    severity: 'warning',
    message: 'A later row has the same key. This row counts, the later ones do not.',
    cause: 'first rows of a repeated key',
  },
  row_too_short: {
    severity: 'warning',
    message: 'This row has fewer cells than the header. The missing ones stay as they are.',
    cause: 'rows with fewer cells than the header',
  },
  phone_no_country: {
    severity: 'warning',
    message: 'Write the number with its country, like +31 6 5550 1234.',
    cause: 'phones without a country code',
  },
  phone_unlikely: {
    severity: 'warning',
    message: 'Check this number: no country has numbers of this form.',
    cause: 'phones in an unlikely form',
  },
  email_shared: {
    severity: 'warning',
    message: 'Another customer has this email address too.',
    cause: 'emails that another customer has',
  },
  leading_zeros: {
    severity: 'warning',
    message: 'This field holds a whole number, so the zeros in front are dropped.',
    cause: 'numbers with zeros in front',
  },
  characters_replaced: {
    severity: 'warning',
    message: 'Invisible or broken characters in this cell were taken out.',
    cause: 'cells with characters taken out',
  },
} as const satisfies Record<string, Entry>;

export type IssueCode = keyof typeof issueCatalogue;
export const issueCodes = Object.keys(issueCatalogue) as IssueCode[];

/**
 * An issue with the words of the catalogue.
 * @param field the field's name, or null for the whole row
 * @param more a suggestion, or a message that is more exact than the catalogue's
 */
export const issue = (
  code: IssueCode,
  field: string | null,
  more: { suggestion?: string; message?: string } = {},
): Issue => ({
  field,
  code,
  severity: issueCatalogue[code].severity,
  message: more.message ?? issueCatalogue[code].message,
  ...(more.suggestion === undefined ? {} : { suggestion: more.suggestion }),
});
