import { describe, expect, it } from 'vitest';
import type { RowView } from '@/lib/contracts/row-api';
import { findField } from '@/lib/customer/fields';
import { lookOf, tooltipOf } from './cell-look';
import type { GridColumn } from './column-plan';

const column = (name: string, size = 200): GridColumn => {
  const field = findField(name);
  if (!field) throw new Error(name);
  return { index: 0, field, letters: 'A', header: 'h', isKey: false, size };
};
const row = (more: Partial<RowView>): RowView => ({
  row: 2,
  state: 'ok',
  disposition: 'create',
  cells: ['text'],
  edited: [],
  values: {},
  issues: [],
  changed: [],
  patch: {},
  customerId: null,
  ...more,
});

describe('the look of a cell', () => {
  it('takes spaces for blank', () => {
    expect(lookOf(row({ cells: ['  '] }), column('company')).text).toBe('');
    expect(lookOf(row({ cells: [] }), column('company')).text).toBe('');
  });

  it('shows an error before a warning on the same cell', () => {
    const issues: RowView['issues'] = [
      { field: 'phone', code: 'phone_unlikely', severity: 'warning', message: 'w' },
      { field: 'phone', code: 'too_long', severity: 'error', message: 'e' },
    ];
    expect(lookOf(row({ issues }), column('phone'))).toMatchObject({ tone: 'error', message: 'e' });
    expect(lookOf(row({ issues }), column('email')).tone).toBe('plain');
  });

  it('shows the changed value and keeps what the file has', () => {
    const look = lookOf(
      row({ cells: [' x@example.com'], values: { email: 'x@example.com' }, changed: ['email'] }),
      column('email'),
    );
    expect(look).toMatchObject({ text: 'x@example.com', auto: true, was: ' x@example.com' });
    expect(tooltipOf(look, 200)).toEqual(['was:  x@example.com']);
  });

  it('shows old and new for updates, and only the new one where there is no room', () => {
    const update = row({ disposition: 'update', patch: { phone: ['+31 10 555 0187', '+31 10 555 0211'] } });
    expect(lookOf(update, column('phone', 238)).change).toEqual({ old: '+31 10 555 0187', narrow: false });
    const narrow = lookOf(update, column('phone', 150));
    expect(narrow.change?.narrow).toBe(true);
    expect(tooltipOf(narrow, 150)).toEqual(['+31 10 555 0187 → +31 10 555 0211']);
  });

  it('shows a cleared value as blank, and a set one without an old value', () => {
    const update = (patch: RowView['patch']) => lookOf(row({ disposition: 'update', patch }), column('company'));
    expect(update({ company: ['Example Ltd', null] })).toMatchObject({ text: '', change: { old: 'Example Ltd' } });
    expect(update({ company: [null, 'Example Ltd'] })).toMatchObject({
      text: 'Example Ltd',
      change: { old: '', narrow: true },
    });
  });

  it('shows what a list of addresses changes in its own cell, and not in that of a column that is blank', () => {
    const patch: RowView['patch'] = { 'billing.city': ['Ede', 'Delft'], 'shipping.city': ['Gouda', 'Breda'] };
    const update = row({
      disposition: 'update',
      cells: [''],
      values: { addresses: '[]', 'shipping.city': 'Breda' },
      patch,
    });
    const change = { text: 'Billing · City: Delft', change: { old: 'Billing · City: Ede' } };
    expect(lookOf(update, column('addresses'))).toMatchObject(change);
    expect(lookOf(update, column('billing.city'))).toMatchObject({ text: '', change: null });
    expect(lookOf(update, column('shipping.city'))).toMatchObject({ text: 'Breda', change: { old: 'Gouda' } });
  });

  it('does not show a create as a change', () => {
    expect(lookOf(row({ patch: { company: [null, 'text'] } }), column('company')).change).toBeNull();
  });
});
