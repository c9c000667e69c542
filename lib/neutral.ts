/**
 * Cells that a spreadsheet program would run as a formula, made harmless in files that people open, and put back when
 * such a file comes in again. Source of the leads: OWASP, "CSV Injection".
 */

const lead = '[=+\\-@\\t\\r\\n＝＋－＠]';
// Any number of apostrophes, so that taking one away is always the exact reverse of putting one there.
const needsApostrophe = new RegExp(`^'*${lead}`);
const hasApostrophe = new RegExp(`^'+${lead}`);

/** Puts `'` before text that starts with a lead, or with apostrophes before a lead. */
export const neutralise = (text: string): string => (needsApostrophe.test(text) ? `'${text}` : text);

/** Takes away the `'` that `neutralise` put there: `restore(neutralise(x)) === x` for every text. */
export const restore = (text: string): string => (hasApostrophe.test(text) ? text.slice(1) : text);

/** The column that marks a file written by Import Desk; only files that carry it are restored. */
export const reasonHeader = 'Import Desk reason';
