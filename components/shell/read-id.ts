/** The id in a path: a whole number from 1 that JavaScript holds exactly; null where it is none. */
export function readId(text: string): number | null {
  const id = Number(text);
  return /^\d{1,16}$/.test(text) && Number.isSafeInteger(id) && id > 0 ? id : null;
}
