import { describe, expect, it } from 'vitest';
import { type AttributeDefinition, attributeLimits, attributeShape, changedParts } from './attribute';

const entered = { name: 'LOYALTY_TIER', label: '', class: '', type: 'text', options: [], description: '' };
const read = (more: object) => attributeShape.safeParse({ ...entered, ...more });
const problem = (more: object) => read(more).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('the definition of an attribute', () => {
  it('is trimmed; what is blank is not there', () => {
    expect(read({ name: ' tier-2 ', label: ' Tier ', description: '  ' }).data).toEqual({
      ...{ name: 'tier-2', label: 'Tier', class: '', type: 'text', options: [], description: null },
    });
    expect(read({ label: null, description: null }).data).toMatchObject({ label: null, description: null });
  });

  it('has a name that can stand in a header and behind attribute.', () => {
    for (const name of ['a', 'A_1-b', 'x'.repeat(attributeLimits.name)]) expect(problem({ name })).toBeUndefined();
    for (const name of ['', ' ', 'a b', 'a.b', 'größe', 'a,b', 'x'.repeat(attributeLimits.name + 1), '名']) {
      expect(problem({ name })?.[0]?.[0], name).toBe('name');
    }
  });

  it('is read as cells are, and its label on one line', () => {
    const odd = { label: 'a\u0000b\n\u202ec', class: '\u200bx  y', description: 'one\ntwo\u0000' };
    expect(read({ ...odd, type: 'list', options: ['go\u200bld', '\u0000'] }).data).toMatchObject({
      ...{ label: 'ab c', class: 'x  y', description: 'one\ntwo', options: ['gold'] },
    });
  });

  it('has options exactly where it is a list', () => {
    expect(read({ options: ['gold'] }).data!.options).toEqual([]);
    expect(read({ type: 'list', options: [' gold ', '', ' ', 'silver'] }).data!.options).toEqual(['gold', 'silver']);
    expect(problem({ type: 'list', options: ['', ' '] })).toEqual([
      ['options', 'Enter the options, each on a line of its own.'],
    ]);
    expect(problem({ type: 'list', options: ['gold', 'gold '] })).toEqual([
      ['options', 'Each option stands there once.'],
    ]);
    const many = Array.from({ length: attributeLimits.options + 1 }, (_, at) => `option ${at}`);
    expect(problem({ type: 'list', options: many })).toHaveLength(1);
    expect(problem({ type: 'list', options: many.slice(1) })).toBeUndefined();
  });

  it('of a type that there is not, or with more in it, is none', () => {
    expect(problem({ type: 'json' })?.[0]?.[0]).toBe('type');
    expect(problem({ more: 1 })).toHaveLength(1);
  });

  it('is no place for a sensitive number, by its name, its class, both or its label', () => {
    for (const name of ['SSN', 'customer_bsn', 'Steuer-ID', 'SOCIAL_SECURITY_NO', 'NIR']) {
      expect(problem({ name })?.[0]?.[0], name).toBe('name');
    }
    expect(problem({ class: 'Social', name: 'security' })?.[0]?.[0]).toBe('name');
    expect(problem({ class: 'ssn', name: 'value' })?.map(([path]) => path)).toContain('class');
    expect(problem({ label: 'N° sécu' })).toEqual([
      [
        'label',
        'An attribute is no place for such numbers. There is the field Social security number, which is kept sealed.',
      ],
    ]);
    for (const name of ['SESSION', 'INTERNATIONAL_ID', 'SOCIAL', 'LESSON_NO'])
      expect(problem({ name }), name).toBeUndefined();
  });

  it('says which of its parts were changed', () => {
    const before = read({ type: 'list', options: ['a', 'b'] }).data as AttributeDefinition;
    expect(changedParts(before, { ...before })).toEqual([]);
    expect(changedParts(before, { ...before, label: 'L', options: ['b', 'a'] })).toEqual(['label', 'options']);
  });
});
