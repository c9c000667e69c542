/**
 * Sensitive values as they are kept: sealed by the vault into a token that is text like any other, so that everything that
 * stores, compares and copies texts does so with tokens too. Here is what a token looks like, without any key.
 */

/** What every token begins with; behind it come the id of its key, and the rest in base64url. */
export const sealedStart = 'sealed.1.';

/** The characters between the start and the second dot, by which a token names its key. */
export const keyIdChars = 8;

/** Anything that may be a token, wherever it stands: JSON needs no escapes in one. */
export const anySealed = new RegExp(`${sealedStart.replaceAll('.', '\\.')}[\\w-]{${keyIdChars}}\\.[\\w-]{59,}`, 'g');
const sealed = new RegExp(`^${anySealed.source}$`);

/** Whether a text looks like a token. Only the vault knows whether it is one. */
export const isSealed = (text: string): boolean => text.startsWith(sealedStart) && sealed.test(text);

/** What every value begins with as everybody may see it. */
export const maskStart = '••••';

/** How many characters of a value are shown at the most, and of how long a value that many. */
const shownChars = 4;
const longEnough = 8;

/** A value as everybody may see it: its last four letters and digits; of a short one a third at the most. */
export function mask(text: string): string {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  const shown = letters.length >= longEnough ? shownChars : Math.floor(letters.length / 3);
  return shown === 0 ? maskStart : `${maskStart} ${letters.slice(-shown)}`;
}

/** Whether a text is a value that somebody masked, as we do or as others do: `•••• 6789`, `***-**-6789`, `XXX-XX-6789`. */
export const isMasked = (text: string): boolean => /[•*●∙]|^[x#\s.-]*(?:x{3}|#{3})/i.test(text);
