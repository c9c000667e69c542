import type { JsonFault } from '../../customer/strict-json/json-fault';
import { limits } from '../../limits';
import { takeTurns } from '../../take-turns';
import { type OpenJson, openJson } from '../body/open-json';
import { listAddresses } from './address-cells';
import type { SaidCustomer } from './cells';
import { type Contract, contracts, type Dialect } from './dialects';
import type { Refusal } from './refusals';
import { type StructureProblem, structureProblems } from './structure-problems';
import { type BulkSheet, toSheet } from './to-sheet';

export type BulkRequest = { ok: true; sheet: BulkSheet } | { ok: false; refusal: Refusal };

/**
 * Reads the body of a bulk request into rows, or says why it is refused as a whole: all that is wrong with its structure, up to
 * a hundred problems. The number of customers is looked at first. They are made and looked at one by one, with a turn for others
 * every ten milliseconds, so neither the memory nor the event loop feels 50 MB.
 */
export async function readRequest(dialect: Dialect, body: Uint8Array): Promise<BulkRequest> {
  const contract = contracts[dialect];
  const opened = await openJson(body, { list: contract.list, most: contract.most });
  if (!opened.ok) return { ok: false, refusal: ofFault(opened.fault) };
  return readEntries(contract, opened.json);
}

async function readEntries(contract: Contract, { shell, entries, faults }: OpenJson): Promise<BulkRequest> {
  const problems = [
    ...shellProblems(contract, shell, entries !== null && entries.length > 0),
    ...faults.map(({ path, message }) => ({ path, kind: 'said' as const, said: message })),
  ];
  const customers: SaidCustomer[] = [];
  const turn = takeTurns();
  let parts = 0;
  for (let index = 0; index < (entries?.length ?? 0) && problems.length < limits.namedProblems; index += 1) {
    const entry = contract.unwrap(entries!.read(index));
    const read = contract.entry.safeParse(entry);
    // What was looked at, and not zod's copy of it: from an object of the caller's own that leaves out a key `__proto__`.
    if (read.success) customers.push(listAddresses(contract.toCells(entry), contract));
    else problems.push(...structureProblems(read.error, entry, [contract.list, index]));
    parts += partsIn(entry);
    if (parts > limits.partsOfRequest) return { ok: false, refusal: tooManyParts };
    await turn();
  }
  return problems.length > 0
    ? { ok: false, refusal: doesNotFit(problems.sort(byEntry)) }
    : { ok: true, sheet: toSheet(customers, contract) };
}

/** Addresses, attributes and whatever else an entry has lists of; not what is JSON of the caller's own. */
function partsIn(entry: unknown): number {
  let parts = 0;
  if (typeof entry === 'object' && entry !== null)
    for (const [key, part] of Object.entries(entry))
      if (Array.isArray(part) && key !== 'metadata') parts += part.length;
  return parts;
}

const tooManyParts: Refusal = {
  code: 'too_large',
  detail: `The customers have more than ${limits.partsOfRequest.toLocaleString('en')} addresses, attributes and other parts together. Nothing was written; send fewer of them at a time.`,
};

/** In the order of the request: first what is wrong around the entries. */
const byEntry = ({ path: [, one] }: StructureProblem, { path: [, other] }: StructureProblem): number =>
  (typeof one === 'number' ? one : -1) - (typeof other === 'number' ? other : -1);

/** The list stands in the shell without its entries: that there is none counts only where there was none. */
function shellProblems({ request, list }: Contract, shell: unknown, hasEntries: boolean): StructureProblem[] {
  const read = request.safeParse(shell);
  const problems = read.error ? structureProblems(read.error, shell, []) : [];
  return problems.filter(({ kind, path }) => !(hasEntries && kind === 'least' && path.join() === list));
}

const doesNotFit = (problems: StructureProblem[]): Refusal => ({
  code: 'does_not_fit',
  detail: 'The body does not have the structure that is asked for. Nothing was written.',
  problems: problems.length < limits.namedProblems ? problems : [...problems.slice(0, limits.namedProblems), andMore],
});

const andMore: StructureProblem = {
  path: [],
  kind: 'said',
  said: `only the first ${limits.namedProblems} problems are named`,
};

function ofFault({ code, path, message }: JsonFault): Refusal {
  const detail = `The body is refused: ${message}. Nothing was written.`;
  const problems = [{ path, kind: 'said' as const, said: message }];
  switch (code) {
    case 'not_json':
      return { code: 'not_json', detail };
    case 'not_utf8':
      return { code: 'not_text', detail };
    case 'too_many_entries':
      return { code: 'too_many', detail, problems };
    case 'entry_too_large':
      return { code: 'too_large', detail, problems };
    default:
      return { code: 'does_not_fit', detail, problems };
  }
}
