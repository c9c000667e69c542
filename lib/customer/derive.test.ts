import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, nameOf } from './derive';
import { storable } from './storable';

const at = (city: string) => ({ values: { city } });

describe('what a customer is compared, sorted and searched by', () => {
  it('email without case, names and company without case and accents', () => {
    expect(derive({ email: 'A@Example.COM', name: 'Zoë', company: 'ÅLAND' }, [])).toMatchObject({
      emailKey: 'a@example.com',
      nameKey: 'zoe',
      companyKey: 'aland',
    });
    expect(derive({}, [])).toEqual({ emailKey: null, nameKey: '', companyKey: null, search: '' });
  });

  it.each([
    [{ name: 'Full', firstName: 'A', lastName: 'B', company: 'C' }, 'Full'],
    [{ firstName: 'A', middleName: 'van', lastName: 'B', company: 'C' }, 'A van B'],
    [{ lastName: 'B' }, 'B'],
    [{ company: 'C' }, 'C'],
    [{}, ''],
  ])('%j is called "%s"', (values, name) => expect(nameOf(values)).toBe(name));

  it('search holds names, contact, numbers and every city', () => {
    const values = { firstName: 'Zoë', phone: '+31 6', debtorId: 42, sourceSystemId: 'X-1', email: 'a@example.com' };
    const { search } = derive(values, [at('Łódź'), at('Gent')]);
    for (const word of ['zoe', '+31 6', '42', 'x-1', 'a@example.com', 'lodz', 'gent']) expect(search).toContain(word);
  });

  it('whatever the texts are, the keys can be stored and have an end', () => {
    const text = fc.string({ unit: 'binary', maxLength: 900 });
    fc.assert(
      fc.property(text, text, (company, city) => {
        const { search } = derive({ company }, [at(city)]);
        expect(search).not.toContain('\0');
        expect(search.isWellFormed()).toBe(true);
        expect(search.length).toBeLessThanOrEqual(600);
      }),
    );
    expect(storable('a\0\ud800b')).toBe('a\ufffdb');
  });
});
