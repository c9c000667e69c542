/** A social security number of the United States as it is written, and hardly anything else is. */
const dashed = /(?<!\d)\d{3}[-‐‑–]\d{2}[-‐‑–](\d{4})(?!\d)/;

/** Whether 123-45-6789 stands anywhere in a text. */
export const holdsDashed = (text: string): boolean => dashed.test(text);

/** A text with the last four digits alone of each such number. */
export const withoutDashed = (text: string): string => text.replace(new RegExp(dashed, 'g'), 'xxx-xx-$1');
