import { expect, it } from 'vitest';
import { planAttributes } from './attributes';

const has = [{ class: 'c', name: 'a', type: 'text', value: '1' }];
const plan = (...given: object[]) => planAttributes(has, { attributes: JSON.stringify(given) }, []);

it('another value, another type, or both of an attribute are each told', () => {
  expect(plan({ class: 'c', name: 'a', type: 'text', value: '2' }).patch).toEqual({ 'attribute.a': ['1', '2'] });
  expect(plan({ class: 'c', name: 'a', type: 'list', value: '1' }).patch).toEqual({
    'attribute.a.type': ['text', 'list'],
  });
  expect(plan({ class: 'c', name: 'a', type: 'list', value: '2' }).patch).toEqual({
    'attribute.a': ['1', '2'],
    'attribute.a.type': ['text', 'list'],
  });
});

it('what is as it was is not told; what is new or goes is told by its value alone', () => {
  expect(plan({ class: 'c', name: 'a', type: 'text', value: '1' })).toEqual({ targets: [], patch: {} });
  expect(plan({ class: 'c', name: 'b', type: 'list', value: '1' }).patch).toEqual({ 'attribute.b': [null, '1'] });
  expect(plan({ class: 'c', name: 'a', type: 'list', value: null }).patch).toEqual({ 'attribute.a': ['1', null] });
});

it('an attribute whose name looks like the type of another one is told apart from it', () => {
  const { patch } = plan(
    { class: '', name: 'a.type', type: 'text', value: 'x' },
    { class: 'c', name: 'a', type: 'list', value: '1' },
  );
  expect(Object.values(patch)).toEqual([
    [null, 'x'],
    ['text', 'list'],
  ]);
});

it('attributes with one name are told by their classes, whichever of them changes', () => {
  const three = ['', 'a', 'b'].map((group) => ({ class: group, name: 'x', type: 'text', value: '1' }));
  const changed = (group: string, defined: string[] = []) =>
    Object.keys(
      planAttributes(
        three,
        { attributes: JSON.stringify([{ class: group, name: 'x', value: '2' }]) },
        defined.map((each) => ({ name: 'x', label: null, class: each, type: 'text', options: [], description: null })),
      ).patch,
    );
  expect(['', 'a', 'b'].map((group) => changed(group))).toEqual([
    ['attribute.x'],
    ['attribute.a.x'],
    ['attribute.b.x'],
  ]);
  expect(['', 'a', 'b'].map((group) => changed(group, ['b']))).toEqual([
    ['attribute..x'],
    ['attribute.a.x'],
    ['attribute.x'],
  ]);
});
