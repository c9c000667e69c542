import { fields } from '../customer/fields';

/** A file to start from: every field as a header, nothing below. */
export const templateCsv = (): string => `\ufeff${fields.map((field) => field.name).join(',')}\r\n`;
