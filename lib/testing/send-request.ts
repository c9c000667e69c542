import { answerRequest } from '../contracts/bulk/answer-request';
import type { Dialect } from '../contracts/bulk/dialects';
import { newRequest } from '../contracts/bulk/new-request';
import { readRequest } from '../contracts/bulk/read-request';
import { bytesOf } from '../contracts/bulk/refuse';
import type { AttributeDefinition } from '../customer/attribute';
import type { Identity } from '../erase/identity';
import { IdBlock } from '../plan/plan-rows';
import type { Store } from '../store';
import { testVault } from './test-store';

export interface Sent {
  key?: string;
  plan?: boolean;
  caller?: string;
  attributes?: AttributeDefinition[];
  /** Who was erased since the request came. */
  erased?: Identity[];
}

/** A bulk request as the route does it: read, answered, and what it said. */
export async function send(
  store: Store,
  dialect: Dialect,
  body: object,
  { key, plan = false, caller = 'caller', attributes = [], erased = [] }: Sent = {},
) {
  const bytes = Buffer.from(JSON.stringify(body));
  const read = await readRequest(dialect, bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const asking = { name: 'Tester', id: caller, key: key ?? null, text: dialect, body: bytes };
  const made = await newRequest(dialect, read.sheet, asking, attributes, testVault);
  const waiting = store.countQueued([caller]).then((counts) => counts.get(caller) ?? 0);
  const { answer, importId } = await answerRequest(store, new IdBlock(store), dialect, read.sheet, made, {
    plan,
    erased,
    waiting,
  });
  return { status: answer.status, body: JSON.parse(String(bytesOf(answer))) as Record<string, unknown>, importId };
}
