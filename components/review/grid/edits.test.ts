import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/components/shell/api';
import type { PatchAnswer, PatchRow, RowView } from '@/lib/contracts/row-api';
import { findField } from '@/lib/customer/fields';
import type { GridColumn } from './column-plan';
import { Edits } from './edits';

const columns: GridColumn[] = ['email', 'phone'].map((name, index) => ({
  index,
  field: findField(name)!,
  letters: 'A',
  header: name,
  isKey: false,
  size: 100,
}));
const base: RowView = {
  row: 7,
  state: 'error',
  disposition: null,
  cells: ['a@', '1'],
  edited: [],
  values: {},
  changed: [],
  patch: {},
  customerId: null,
  issues: [{ field: 'email', code: 'invalid_email', severity: 'error', message: 'm' }],
};
const soon = () => new Promise<void>((done) => setTimeout(done, 5));
const edit = (before: string, after: string) => ({ cells: [{ row: 7, field: 'email', before, after }] });

function setUp(patch: (body: PatchRow) => Promise<PatchAnswer>) {
  const bodies: PatchRow[] = [];
  const taken: Record<string, string>[] = [];
  const edits = new Edits({
    api: {
      patch: (_row, body) => {
        bodies.push(body);
        return patch(body);
      },
    },
    columns,
    saved: () => {},
    overtaken: (_row, current) => void taken.push(current),
    failed: () => {},
    changed: () => {},
  });
  return { edits, bodies, taken };
}

describe('edits', () => {
  it('stand at once, before the server answers', async () => {
    const { edits } = setUp(() => new Promise(() => {}));
    edits.write(edit('a@', 'a@example.com'));
    expect(edits.show(base)).toMatchObject({ cells: ['a@example.com', '1'], issues: [], edited: [0] });
    expect(edits.show(base)).toBe(edits.show(base));
    expect(edits.unsaved(7)).toBe('email');
    expect(edits.unsaved(8)).toBe('');
  });

  it('say what the person saw, and keep the order within a row', async () => {
    const { edits, bodies } = setUp(async () => ({}) as PatchAnswer);
    edits.write(edit('a@', 'b@'));
    edits.write(edit('b@', 'c@'));
    await edits.settled();
    expect(bodies).toEqual([
      { values: { email: 'b@' }, was: { email: 'a@' } },
      { values: { email: 'c@' }, was: { email: 'b@' } },
    ]);
    expect(edits.show(base)).toBe(base);
  });

  it('keep the text a person typed where someone else was first', async () => {
    const problem = {
      type: '',
      title: '',
      status: 409,
      code: 'changed',
      detail: 'd',
      current: { email: 'x@example.com' },
    };
    const { edits, taken } = setUp(() => Promise.reject(new ApiProblem(problem)));
    edits.write(edit('a@', 'mine@example.com'));
    await soon();
    expect(edits.failure(7, 'email')).toMatchObject({ mine: 'mine@example.com', current: 'x@example.com' });
    expect(taken).toEqual([{ email: 'x@example.com' }]);
    expect(edits.show(base)).toBe(base);
  });

  it('keep the typed text in the cell when the server is away, until it is left', async () => {
    const { edits } = setUp(() => Promise.reject(new Error('away')));
    edits.write(edit('a@', 'b@'));
    await soon();
    expect(edits.show(base).cells[0]).toBe('b@');
    expect(edits.unsaved(7)).toBe('!email');
    const failure = edits.failure(7, 'email');
    expect(failure?.message).toMatch(/^Not saved/);
    if (failure) edits.discard(failure);
    expect(edits.show(base)).toBe(base);
  });
});
