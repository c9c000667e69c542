/**
 * The closed catalogue of issues. A code is stored; its words are made here, so that the grid, the summary, the report
 * and the API say the same sentence. Adding a code means adding it to docs/issues.md (a test compares them).
 */

export type Severity = 'error' | 'warning';

interface Entry {
  severity: Severity;
  /** What to do, as one sentence. */
  message: string;
  /** The cause behind the number one, and behind any other: "31 emails that are not an address". */
  cause: readonly [one: string, many: string];
}

export const issueCatalogue = {
  key_blank: {
    severity: 'error',
    message: 'Fill in the match key, or leave this row out.',
    cause: ['row without the match key', 'rows without the match key'],
  },
  value_missing: {
    severity: 'error',
    message: 'Fill in this field. It is required.',
    cause: ['required value that is missing', 'required values that are missing'],
  },
  duplicate_in_file: {
    severity: 'error',
    message: 'An earlier row has the same key. Change the key or leave this row out.',
    cause: ['row that repeats an earlier key', 'rows that repeat an earlier key'],
  },
  ambiguous_match: {
    severity: 'error',
    message: 'Two or more customers have this key. Match by another field, or leave this row out.',
    cause: ['key that fits two customers', 'keys that fit two customers'],
  },
  source_taken: {
    severity: 'error',
    message: 'Another customer has this source system and source ID. Correct one of them.',
    cause: ['source ID of another customer', 'source IDs of another customer'],
  },
  source_incomplete: {
    severity: 'error',
    message: 'Fill in both source system and source ID, or neither.',
    cause: ['source ID that is incomplete', 'source IDs that are incomplete'],
  },
  id_reserved: {
    severity: 'error',
    message: 'Ids from 1,000,000,000,000 on are given out by Import Desk. Use a lower id.',
    cause: ['new id in the reserved range', 'new ids in the reserved range'],
  },
  id_differs: {
    severity: 'error',
    message: 'The customer found by the match key has another id. An id cannot be changed.',
    cause: ['id that differs from the customer found', 'ids that differ from the customer found'],
  },
  invalid_email: {
    severity: 'error',
    message: 'Enter an email address like name@example.com.',
    cause: ['email that is not an address', 'emails that are not an address'],
  },
  invalid_date: {
    severity: 'error',
    message: 'Enter a date that exists, like 1984-02-28.',
    cause: ['date that does not exist', 'dates that do not exist'],
  },
  ambiguous_date: {
    severity: 'error',
    message: 'Say on the Map page whether the day or the month comes first.',
    cause: ['date that can be read two ways', 'dates that can be read two ways'],
  },
  invalid_number: {
    severity: 'error',
    message: 'Enter a whole number from 1 to 9,007,199,254,740,991, in digits only.',
    cause: ['value that is not a whole number', 'values that are not whole numbers'],
  },
  unknown_country: {
    severity: 'error',
    message: 'Enter a country, like Netherlands or NL.',
    cause: ['country not recognised', 'countries not recognised'],
  },
  unknown_language: {
    severity: 'error',
    message: 'Enter a language, like Dutch or nl.',
    cause: ['language not recognised', 'languages not recognised'],
  },
  unknown_gender: {
    severity: 'error',
    message: 'Enter M, F or U.',
    cause: ['gender not recognised', 'genders not recognised'],
  },
  invalid_locale: {
    severity: 'error',
    message: 'Enter a locale like nl-NL.',
    cause: ['locale that is not one', 'locales that are not one'],
  },
  invalid_offset: {
    severity: 'error',
    message: 'Enter a time zone offset like +01:00.',
    cause: ['time zone offset that is not one', 'time zone offsets that are not one'],
  },
  invalid_timestamp: {
    severity: 'error',
    message: 'Enter a time like 2026-11-21T12:00:00Z.',
    cause: ['time that is not one', 'times that are not one'],
  },
  invalid_boolean: {
    severity: 'error',
    message: 'Enter yes or no.',
    cause: ['value that is neither yes nor no', 'values that are neither yes nor no'],
  },
  invalid_json: {
    severity: 'error',
    message: 'Enter JSON, like {"key": "value"}.',
    cause: ['value that is not JSON', 'values that are not JSON'],
  },
  unknown_option: {
    severity: 'error',
    message: 'Choose one of the options that this attribute has.',
    cause: ['value that is not an option', 'values that are not an option'],
  },
  unknown_parent: {
    severity: 'error',
    message: 'No customer has this ID or source ID. Import the parent first, or correct it.',
    cause: ['parent that does not exist', 'parents that do not exist'],
  },
  already_exists: {
    severity: 'error',
    message: 'A customer with this key exists already, and this import only creates.',
    cause: ['customer that exists already', 'customers that exist already'],
  },
  masked_value: {
    severity: 'error',
    message: 'This is a number with its first characters hidden. Enter the whole number, or ignore the column.',
    cause: ['number that is partly hidden', 'numbers that are partly hidden'],
  },
  sensitive_attribute: {
    severity: 'error',
    message: 'An attribute is no place for such a number. Send it as ssn, which is kept sealed.',
    cause: ['attribute that would hold a sensitive number', 'attributes that would hold sensitive numbers'],
  },
  too_long: {
    severity: 'error',
    message: 'Shorten the text to what the field can hold.',
    cause: ['value that is too long', 'values that are too long'],
  },
  row_too_long: {
    severity: 'error',
    message:
      'This row has more filled cells than the header. Look for a separator inside a value, then correct a cell to take the row.',
    cause: ['row with more cells than the header', 'rows with more cells than the header'],
  },
  row_shifted: {
    severity: 'error',
    message:
      'This row has more or fewer cells than the header, and a protected number seems to stand in another column. Correct the cells to take the row.',
    cause: ['row with a protected number in another column', 'rows with a protected number in another column'],
  },
  malformed_row: {
    severity: 'error',
    message: 'A quotation mark on this line is out of place. Correct the cells to take the row, or correct the file.',
    cause: ['row with a broken quotation mark', 'rows with a broken quotation mark'],
  },
  line_too_long: {
    severity: 'error',
    message: 'This line is too long, so the rest of it was not read. Shorten it in the file, or exclude the row.',
    cause: ['row whose line is too long', 'rows whose line is too long'],
  },
  cell_error: {
    severity: 'error',
    message: 'The spreadsheet shows an error in this cell. Enter the value.',
    cause: ['cell that shows an error in the spreadsheet', 'cells that show an error in the spreadsheet'],
  },
  formula_without_value: {
    severity: 'error',
    message: 'This formula was saved without its value. Enter the value.',
    cause: ['formula saved without a value', 'formulas saved without a value'],
  },
  duplicate_first: {
    severity: 'warning',
    message: 'A later row has the same key. This row counts, the later ones do not.',
    cause: ['first row of a repeated key', 'first rows of a repeated key'],
  },
  row_too_short: {
    severity: 'warning',
    message: 'This row has fewer cells than the header. The missing ones stay as they are.',
    cause: ['row with fewer cells than the header', 'rows with fewer cells than the header'],
  },
  phone_no_country: {
    severity: 'warning',
    message: 'Write the number with its country, like +31 6 5550 1234.',
    cause: ['phone without a country code', 'phones without a country code'],
  },
  phone_unlikely: {
    severity: 'warning',
    message: 'Check this number: no country has numbers of this form.',
    cause: ['phone in an unlikely form', 'phones in an unlikely form'],
  },
  email_shared: {
    severity: 'warning',
    message: 'Another customer has this email address too.',
    cause: ['email that another customer has', 'emails that another customer has'],
  },
  leading_zeros: {
    severity: 'warning',
    message: 'This field holds a whole number, so the zeros in front are dropped.',
    cause: ['number with zeros in front', 'numbers with zeros in front'],
  },
  row_as_edited: {
    severity: 'warning',
    message: 'This row did not fit the header. It is taken as it stands here.',
    cause: ['row taken as it was corrected', 'rows taken as they were corrected'],
  },
  characters_replaced: {
    severity: 'warning',
    message: 'Invisible or broken characters in this cell were taken out.',
    cause: ['cell with characters taken out', 'cells with characters taken out'],
  },
} as const satisfies Record<string, Entry>;
