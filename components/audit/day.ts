const two = (value: number) => String(value).padStart(2, '0');

/**
 * The day to which a moment belongs, here.
 * @param end the moment is the end of the day, which is the beginning of the next one
 */
export function dayOf(moment: string, end: boolean): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  if (end) date.setMilliseconds(-1);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The beginning or the end of a day here, in UTC; null where it is no day. */
export function momentOf(day: string, end: boolean): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date + (end ? 1 : 0)).toISOString();
}
