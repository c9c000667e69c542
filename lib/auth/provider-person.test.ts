import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personEmail, personName } from './person-fields';
import { providerPerson } from './provider-person';

it('whatever a provider says, a person has a name and an email as set-up and invitations want them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.emailAddress(), (given, address) => {
      const { name, email } = providerPerson({ name: given, email: address });
      if (email === '') return;
      expect(personName.parse(name)).toBe(name);
      expect(personEmail.parse(email)).toBe(email);
    }),
  );
});

it('a name is cleaned and cut, and comes from the email where there is none', () => {
  const email = 'ada@example.com';
  expect(providerPerson({ name: ' Ada\u202e Lovelace ', email }).name).toBe('Ada Lovelace');
  expect(providerPerson({ name: 'a\u0000b\r\n c', email }).name).toBe('ab c');
  expect(providerPerson({ name: `${'x'.repeat(99)}\u{1F600}`, email }).name).toBe('x'.repeat(99));
  for (const name of [undefined, null, 5, '', ' \u202e ']) expect(providerPerson({ name, email }).name).toBe('ada');
});

it('an email is trimmed and in lower case, and what is none lets nobody in', () => {
  expect(providerPerson({ email: ' First@X.com' }).email).toBe('first@x.com');
  for (const email of ['notanemail', '<script>@x.com', undefined, ['a@example.com'], `${'a'.repeat(250)}@example.com`])
    expect(providerPerson({ name: 'Ada', email }).email).toBe('');
});
