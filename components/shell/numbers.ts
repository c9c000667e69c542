/** Numbers as they stand on the screen. One locale, so that server and browser print the same. */

const grouped = new Intl.NumberFormat('en-US');

/** `10240` → `10,240`. */
export const formatNumber = (value: number): string => grouped.format(value);

/** `formatCount(1, 'row')` → `1 row`, `formatCount(10240, 'row')` → `10,240 rows`. */
export const formatCount = (value: number, one: string, many = `${one}s`): string =>
  `${formatNumber(value)} ${value === 1 ? one : many}`;

const units = ['KB', 'MB', 'GB'] as const;

/** Bytes for a person: `3.4 MB`; a KB has 1,024 bytes, as in the limits. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return formatCount(bytes, 'byte');
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1).replace('.0', '') : Math.round(value)} ${units[unit]}`;
}

/** `61 of 160 MB`, `512 KB of 1.2 MB`: the unit is said once where it is the same. */
export function formatSizeOf(part: number, whole: number): string {
  const [amount, unit] = formatSize(part).split(' ');
  const all = formatSize(whole);
  return `${all.endsWith(` ${unit}`) ? amount : `${amount} ${unit}`} of ${all}`;
}

/** A whole percentage with a space, as the rest of the product writes it: `38 %`. Only what is complete is 100 %. */
export function formatPercent(part: number, whole: number): string {
  if (whole <= 0) return '0 %';
  if (part >= whole) return '100 %';
  return `${Math.min(99, Math.floor((part / whole) * 100))} %`;
}

/** A duration in rough words: `20 s`, `3 min`. */
export const formatDuration = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
