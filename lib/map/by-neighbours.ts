import { type Candidate, scores } from './candidate';

/** The candidates of all columns after a look at each other: what some headers mean depends on the rest. */
export function byNeighbours(found: Candidate[]): Candidate[] {
  return oneEmail(names(addresses(found)));
}

const isSure = ({ score }: Candidate): boolean => score >= scores.exact;
const hasSure = (found: Candidate[], field: string): boolean =>
  found.some((candidate) => candidate.field === field && isSure(candidate));

/** Bare parts need a street, city or postal code near; a bare country follows them, else it is the customer's. */
function addresses(all: Candidate[]): Candidate[] {
  // "address.street" says of which address it is, although it reads as a bare street as well.
  const named = new Set(
    all.filter(({ field, score }) => score >= scores.same && field.includes('.')).map(({ index }) => index),
  );
  const found = all.filter(({ bare, index }) => !bare || !named.has(index));
  const has = (field: string) => found.some((candidate) => candidate.field === field);
  const places = ['billing.street', 'billing.city', 'billing.postalCode'];
  const near = found.some(({ field, bare }) => bare && places.includes(field));
  const explicit = found.some(({ field, bare }) => field === 'billing.country' && !bare);
  return found.flatMap((candidate) => {
    const { field, bare, score } = candidate;
    if (score >= scores.same) return [candidate];
    if (!bare || places.includes(field)) return field.endsWith('.number') && !has(streetOf(field)) ? [] : [candidate];
    if (field === 'billing.country') {
      if (!near || explicit) return [{ ...candidate, field: 'country' }];
      // Above the field's own name, which a bare country has as well.
      return [{ ...candidate, score: score + scores.same }];
    }
    if (near) return field === 'billing.number' && !has('billing.street') ? [] : [candidate];
    return field === 'billing.region' ? [{ ...candidate, score: Math.min(score, scores.values) }] : [];
  });
}

const streetOf = (field: string): string => field.replace(/number$/, 'street');

/** "Nom" beside "Prénom" is the last name; "Nombre" beside "Apellidos" the first. */
function names(found: Candidate[]): Candidate[] {
  const first = hasSure(found, 'firstName');
  const last = hasSure(found, 'lastName');
  if (first === last) return found;
  const lacking = first ? 'lastName' : 'firstName';
  return found.map((candidate) =>
    candidate.field === 'name' && isSure(candidate)
      ? { ...candidate, field: lacking, score: scores.likely }
      : candidate,
  );
}

/**
 * Two columns that read as the email with equal right are left to the person: rows would go to the wrong customer.
 * One that is called so outweighs those that only look like it.
 */
function oneEmail(found: Candidate[]): Candidate[] {
  const emails = found.filter(({ field }) => field === 'email');
  const sure = new Set(emails.filter(isSure).map(({ index }) => index));
  const all = new Set(emails.map(({ index }) => index));
  const chosen = sure.size > 0 ? sure : all;
  return chosen.size === 1
    ? found.filter(({ field, index }) => field !== 'email' || chosen.has(index))
    : found.filter(({ field }) => field !== 'email');
}
