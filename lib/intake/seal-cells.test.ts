import { describe, expect, test } from 'vitest';
import type { ColumnProfile, FileFacts, Protection } from '../mapping';
import type { RawRow } from '../row';
import { sealFacts, sealProfiles, sealRows } from './seal-cells';

const seal = (text: string) => `<${text}>`;
const sealed = (row: Partial<RawRow>, columns = [1]) => {
  const rows = [{ row: 2, cells: [], ...row }];
  sealRows(rows, columns, seal);
  return rows[0]!.cells;
};

describe('rows', () => {
  test('have their sensitive cells sealed, blank ones stay blank, and a date behind a cell is left out', () => {
    expect(sealed({ cells: ['a', '1', 'b'] })).toEqual(['a', '<1>', 'b']);
    expect(sealed({ cells: ['a', ' ', 'b'] })).toEqual(['a', ' ', 'b']);
    expect(sealed({ cells: ['a', ['1 May', '2024-05-01'], 'b'] })).toEqual(['a', '<1 May>', 'b']);
    expect(sealed({ cells: ['a'] })).toEqual(['a']);
    expect(sealed({ cells: ['1', '2', '3', '4'] }, [1, 3])).toEqual(['1', '<2>', '3', '<4>']);
  });

  test('that are too long are sealed from the first such column on, each cell once', () => {
    const faults = [{ column: null, code: 'row_too_long' as const }];
    expect(sealed({ cells: ['a', 'x', '1', 'b', ''], faults })).toEqual(['a', '<x>', '<1>', '<b>', '']);
  });

  test.each(['malformed_row', 'line_too_long'] as const)('that are %s are sealed whole', (code) => {
    expect(sealed({ cells: ['a 1', 'x'], faults: [{ column: null, code }] })).toEqual(['<a 1>', '<x>']);
  });

  test('that are short, or have an error in one cell, are like any other', () => {
    expect(sealed({ cells: ['a', '1'], faults: [{ column: null, code: 'row_too_short' }] })).toEqual(['a', '<1>']);
    expect(sealed({ cells: ['#N/A', '1'], faults: [{ column: 0, code: 'cell_error' }] })).toEqual(['#N/A', '<1>']);
  });
});

describe('what was found', () => {
  const facts: FileFacts = {
    format: 'csv',
    headerRow: { value: 2, evidence: '' },
    headers: ['Email', 'SSN'],
    preview: [
      { row: 1, cells: ['Staff', '123'] },
      { row: 2, cells: ['Email', 'SSN'] },
      { row: 3, cells: ['a', '123'] },
      { row: 4, cells: ['a', 'b', '123'] },
      { row: 5, cells: ['a "123'], broken: true },
    ],
    notices: [],
  };

  const protection = (sealed: number[], headers = facts.headers): Protection => ({
    sealed,
    headers,
    kept: [],
    notices: [],
  });

  test('shows the header, and no value', () => {
    const hidden = sealFacts(facts, protection([1]), seal);
    expect(hidden.sealed).toEqual([1]);
    expect(hidden.headers).toEqual(['Email', 'SSN']);
    expect(hidden.preview).toEqual([
      { row: 1, cells: ['Staff', '<123>'] },
      { row: 2, cells: ['Email', 'SSN'] },
      { row: 3, cells: ['a', '<123>'] },
      { row: 4, cells: ['a', '<b>', '<123>'] },
      { row: 5, cells: ['<a "123>'] },
    ]);
    expect(sealFacts(facts, protection([]), seal)).toEqual(facts);
  });

  test('has no header that is a value, chosen by mistake, and shows it nowhere', () => {
    const wrong = { ...facts, headerRow: { value: 3, evidence: 'chosen' }, headers: ['a', '123-45-6789'] };
    const hidden = sealFacts(wrong, protection([1], ['a', '']), seal);
    expect(hidden.headers).toEqual(['a', '']);
    expect(hidden.preview[2]).toEqual({ row: 3, cells: ['a', '<123>'] });
    const profiles = [0, 1].map(
      (index) => ({ index, header: wrong.headers[index], samples: [] }) as unknown as ColumnProfile,
    );
    const shown = sealProfiles(profiles, protection([1], ['a', '']), seal);
    expect(shown.map(({ header }) => header)).toEqual(['a', '']);
  });

  test('has samples sealed', () => {
    const profiles = [0, 1].map((index) => ({ index, samples: ['1'] }) as ColumnProfile);
    expect(sealProfiles(profiles, protection([1]), seal).map(({ samples }) => samples)).toEqual([['1'], ['<1>']]);
  });

  test('says what is kept, and why more is sealed', () => {
    const kept = [{ layout: 'text bytes ,', width: 2, columns: [{ index: 1, header: 'SSN' }] }];
    const found = sealFacts(facts, { ...protection([]), kept, notices: ['why'] }, seal);
    expect([found.kept, found.notices, found.sealed]).toEqual([kept, ['why'], undefined]);
  });
});
