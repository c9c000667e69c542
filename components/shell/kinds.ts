/** The kinds of rows on the screen: one icon, one word and one colour each, in one order everywhere. */
import type { TotalsView } from '@/lib/contracts/import-api';
import type { IconName } from './icon-paths';

export const kindOrder = ['create', 'update', 'unchanged', 'skip', 'conflict', 'failed'] as const;
export type Kind = (typeof kindOrder)[number];

export interface KindLook {
  icon: IconName;
  /** Before the commit: what will happen. */
  word: string;
  /** After the commit: what happened. */
  outcome: string;
  /** A colour of the theme and the stem of its tokens: `var(--create)`, `var(--create-bar)`. */
  color: string;
  token: string;
}

export const kinds: Record<Kind, KindLook> = {
  create: { icon: 'create', word: 'Create', outcome: 'created', color: 'create', token: 'create' },
  update: { icon: 'update', word: 'Update', outcome: 'updated', color: 'update', token: 'update' },
  unchanged: { icon: 'unchanged', word: 'Unchanged', outcome: 'unchanged', color: 'unchanged', token: 'unchanged' },
  skip: { icon: 'skip', word: 'Skipped', outcome: 'skipped', color: 'skip', token: 'skip' },
  conflict: { icon: 'conflict', word: 'Conflict', outcome: 'conflict', color: 'conflict', token: 'conflict' },
  failed: { icon: 'failed', word: 'Errors', outcome: 'failed', color: 'failed', token: 'error' },
};

export type KindCounts = Record<Kind, number>;

/** What the plan says: every row once, so the numbers add up to all rows. */
export const planCounts = ({ dispositions, states }: TotalsView): KindCounts => ({
  create: dispositions.create,
  update: dispositions.update,
  unchanged: dispositions.unchanged,
  skip: dispositions.skip + states.excluded,
  conflict: dispositions.conflict,
  failed: states.error,
});

/** What the commit did. */
export const outcomeCounts = ({ outcomes }: TotalsView): KindCounts => ({
  create: outcomes.created,
  update: outcomes.updated,
  unchanged: outcomes.unchanged,
  skip: outcomes.skipped,
  conflict: outcomes.conflict,
  failed: outcomes.failed,
});
