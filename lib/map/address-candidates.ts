import { bareNumbers, kindWords, partNames, wholeAddress } from './address-synonyms';
import { type Candidate, scores } from './candidate';
import { likeness } from './likeness';
import { ownNames } from './synonyms';

type Named = Omit<Candidate, 'index'>;

/** The parts of addresses that a compared header may mean; bare ones are taken as billing. */
export function addressCandidates(text: string): Named[] {
  const parts = [...partsOf(text), ...partsOf(text.replace(link, ''))];
  const bare = parts.map(({ part, score }) => ({ field: `billing.${part}`, score, bare: true }));
  return [...bare, ...kindWords.flatMap(([word, prefix]) => ofKind(text, word, prefix))];
}

/** `deliverycity`, `villedelivraison`, `rechnungsort`: a word for the kind of address before or after the part. */
function ofKind(text: string, word: string, prefix: string): Named[] {
  if (!text.startsWith(word) && !text.endsWith(word)) return [];
  const rest = text.startsWith(word) ? text.slice(word.length) : text.slice(0, -word.length);
  if (rest === '') return isAddress(word) ? [{ field: `${prefix}.street`, score: scores.likely }] : [];
  // An "invoice number" is a document's, not a house's.
  if (bareNumbers.has(rest) && documents.test(word)) return [];
  // "zipcode" ends like "ville de", so the whole comes first.
  const whole = [...partsOf(rest), ...contactOf(rest)];
  const found = whole.length > 0 ? whole : partsOf(rest.replace(joins, ''));
  return found.map(({ part, score }) => ({ field: `${prefix}.${part}`, score }));
}

interface Part {
  part: string;
  score: number;
}

function partsOf(text: string): Part[] {
  if (bareNumbers.has(text)) return [{ part: 'number', score: scores.exact }];
  if (wholeAddress.has(text)) return [{ part: 'street', score: scores.likely }];
  const found: Part[] = [];
  for (const [part, names] of partNames) {
    if (names.includes(text)) return [{ part, score: scores.exact }];
    const best = Math.max(...names.map((name) => likeness(text, name)));
    if (best > 0) found.push({ part, score: scores.near * best });
  }
  return found;
}

const contactOf = (text: string): Part[] =>
  contact.filter((part) => ownNames.get(part)?.includes(text)).map((part) => ({ part, score: scores.exact }));

/** What an address has besides its place. */
const contact = ['company', 'phone', 'mobile', 'email', 'name', 'firstName', 'middleName', 'lastName'];

const link = /^(?:addresses|address|addr|adresse|adres|anschrift|direccion)/;
const joins = /^(?:dela|del|de|du|of)|(?:dela|del|de|du|d|of)$/;
const documents = /^(?:invoic|factu|factur|rechnung|facture)/;
const isAddress = (word: string): boolean => /addr|adres|anschrift|direccion/.test(word);
