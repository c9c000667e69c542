import { describe, expect, it } from 'vitest';
import type { NotificationView } from '@/lib/contracts/notification-api';
import { noTotals } from '@/lib/contracts/totals';
import { mostUnread } from '@/lib/notifications';
import { bellCount, bellName, endWords, hrefOf } from './notification-words';

const done: NotificationView = {
  id: 7,
  kind: 'import_done',
  import: { id: 3, state: 'committed', source: 'api', fileName: 'Scheduled', totals: noTotals(0) },
  createdAt: '2026-11-21T12:00:00.000Z',
  read: false,
};
const outcomes = { created: 48, updated: 0, unchanged: 0, skipped: 0, conflict: 0, failed: 2 };

describe('a notification', () => {
  it('has its number in the name of the bell, as exact as it was counted', () => {
    expect([0, 1, 512, mostUnread].map(bellName)).toEqual([
      'Notifications',
      'Notifications, 1 unread',
      'Notifications, 512 unread',
      'Notifications, 1,000 or more unread',
    ]);
    expect([1, 99, 100].map(bellCount)).toEqual(['1', '99', '99+']);
  });

  it('says what became of the rows, or why the import failed', () => {
    const import_ = { ...done.import, totals: { ...noTotals(50), outcomes } };
    expect(endWords({ ...done, import: import_ })).toBe('48 created, 2 failed');
    expect(endWords(done)).toBe('No rows');
    const failed = { ...done, kind: 'import_failed' as const };
    expect(endWords(failed)).toBe('Nothing was written.');
    expect(endWords({ ...failed, import: { ...done.import, error: 'It took too long.' } })).toBe('It took too long.');
  });

  it('leads to the report, or to where the import stands', () => {
    expect(hrefOf(done)).toBe('/imports/3/report');
    expect(hrefOf({ ...done, import: { ...done.import, state: 'failed' } })).toBe('/imports/3');
  });
});
