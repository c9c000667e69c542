import { expect, it } from 'vitest';
import { wantsPlan } from './preferences';

const asked = (query: string, prefer?: string) =>
  new Request(`http://localhost/customers/bulk/id${query}`, { headers: prefer === undefined ? {} : { prefer } });

it('a plan is asked for by the query or by Prefer', () => {
  expect(wantsPlan(asked(''))).toBe(false);
  expect(wantsPlan(asked('?plan=0'))).toBe(false);
  for (const request of [
    asked('?plan=1'),
    asked('?plan=true'),
    asked('', 'plan'),
    ...['wait=5, plan', 'Plan', 'plan; foo="x"', 'plan=""', 'plan=', 'plan=1', 'plan="1"', 'plan = true'].map(
      (prefer) => asked('', prefer),
    ),
    asked('?plan=1', 'plan'),
  ])
    expect(wantsPlan(request), request.url).toBe(true);
});

it('another preference is left be', () => {
  for (const prefer of ['respond-async', 'wait=10', 'planning', 'plan-b', 'return=plan'])
    expect(wantsPlan(asked('', prefer)), prefer).toBe(false);
});

it('who asks for a plan and for none is refused, as nothing may be written by mistake', () => {
  for (const query of ['?plan=0&plan=1', '?plan=1&plan=0', '?plan=1&plan=1', '?plan=yes', '?plan='])
    expect(() => wantsPlan(asked(query)), query).toThrow('Nothing was written.');
  expect(() => wantsPlan(asked('?plan=0', 'plan'))).toThrow(
    expect.objectContaining({ more: { problems: [expect.stringContaining('Nothing was written.')] } }),
  );
  for (const prefer of ['plan=0', 'plan=yes', '"plan"', 'plan, plan=false', 'plan 1', 'plan="'])
    expect(() => wantsPlan(asked('', prefer)), prefer).toThrow('Nothing was written.');
});
