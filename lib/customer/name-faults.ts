/** Faults of a list that are named, each with its place. */
const most = 10;

/** All that is wrong within a list, in one text. @param faults at least one, a sentence each */
export const nameFaults = (faults: readonly string[]): string =>
  [...faults.slice(0, most), ...(faults.length > most ? [`And ${faults.length - most} more.`] : [])].join(' ');
