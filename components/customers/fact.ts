/** One thing that is known of a customer. What is blank is no fact. */
export interface Fact {
  /** Tells it from the others of its group. */
  key: string;
  label: string;
  value: FactValue;
}

export type FactValue =
  | { kind: 'lines'; lines: string[] }
  /** An attribute, whose type whoever sent it chose. */
  | { kind: 'typed'; text: string; type: string }
  | { kind: 'emails'; emails: string[] }
  | { kind: 'phone'; text: string; e164: string | null }
  /** A moment, in ISO 8601. */
  | { kind: 'moment'; at: string }
  | { kind: 'link'; href: string; text: string }
  /** The sensitive field of which only the end is shown. */
  | { kind: 'sensitive'; field: string; masked: string }
  | { kind: 'json'; json: unknown }
  | { kind: 'address'; lines: string[]; parts: AddressPart[]; isDefault: boolean };

/** A part of an address that needs its name; `href` where it leads somewhere. */
export interface AddressPart {
  label: string;
  text: string;
  href?: string;
  /** Of a phone: its E.164 form, null where it is in doubt. */
  e164?: string | null;
}

/** A fact of one line; none where it is blank. */
export const lineFact = (key: string, label: string, line: string | null): Fact[] =>
  line === null ? [] : [{ key, label, value: { kind: 'lines', lines: [line] } }];
