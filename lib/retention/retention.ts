/** How long uploaded files and staged rows are kept: what an administrator chose for the whole desk. */
import { z } from 'zod';
import type { SettingStore } from '../auth/account-store';

export const keptDays = { least: 1, most: 3650, usual: 90 };
const sentence = `Enter a whole number from ${keptDays.least} to ${keptDays.most}.`;

export const retentionShape = z.strictObject({
  /** Null keeps them for ever. */
  days: z.int(sentence).min(keptDays.least, sentence).max(keptDays.most, sentence).nullable(),
});
export type Retention = z.infer<typeof retentionShape>;

const name = 'retention';

export async function readRetention(store: Pick<SettingStore, 'readSetting'>): Promise<Retention> {
  const found = retentionShape.safeParse(await store.readSetting(name));
  return found.success ? found.data : { days: keptDays.usual };
}

export const writeRetention = (store: Pick<SettingStore, 'writeSetting'>, retention: Retention): Promise<void> =>
  store.writeSetting(name, retention);

/** The time before which an import must have ended to be over its time, in ms since 1970; null where none ever is. */
export const keptSince = ({ days }: Retention, now: number): number | null =>
  days === null ? null : now - days * 86_400_000;
