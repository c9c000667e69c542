import type { Value } from '../customer/fields';
import type { Patch } from '../customer-records';
import { show, type Vault } from '../vault';

/** Values as everybody may see them: what is sealed is masked. */
export const showValues = (vault: Vault, values: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(vault, value)]));

export const showPatch = (vault: Vault, patch: Patch): Patch =>
  Object.fromEntries(Object.entries(patch).map(([name, [old, now]]) => [name, [shown(vault, old), shown(vault, now)]]));

const shown = (vault: Vault, value: Value): Value => (typeof value === 'string' ? show(vault, value) : value);
