import { describe, expect, it } from 'vitest';
import { dayOf, momentOf } from './day';

describe('a day of the filter', () => {
  it.each(['2026-03-29', '2026-10-25', '2024-02-29', '2026-12-31'])('%s comes back as it was', (day) => {
    expect(dayOf(momentOf(day, false)!, false)).toBe(day);
    expect(dayOf(momentOf(day, true)!, true)).toBe(day);
  });

  it('ends where the next one begins', () => {
    expect(momentOf('2026-12-31', true)).toBe(momentOf('2027-01-01', false));
  });

  it('is nothing where it is no day', () => {
    expect(momentOf('', false)).toBeNull();
    expect(dayOf('soon', false)).toBe('');
  });
});
