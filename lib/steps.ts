/** The table of contents: the steps of an import, its states, and which move is legal from where. */

export const importStates = [
  'reading',
  'mapping',
  'checking',
  'review',
  'committing',
  'committed',
  'failed',
  'cancelled',
] as const;
export type ImportState = (typeof importStates)[number];

/** The five steps as a person sees them; `path` is the segment under `/imports/[importId]/`. */
export const steps = [
  { path: 'intake', label: 'Upload' },
  { path: 'map', label: 'Map' },
  { path: 'review', label: 'Review' },
  { path: 'commit', label: 'Submit' },
  { path: 'report', label: 'Report' },
] as const;
export type StepPath = (typeof steps)[number]['path'];

/** The request of a bulk contract is neither uploaded nor mapped nor submitted by anybody. */
export const requestSteps = steps.filter(({ path }) => path === 'review' || path === 'report');

const moves: Record<ImportState, readonly ImportState[]> = {
  reading: ['reading', 'mapping', 'checking', 'failed', 'cancelled'],
  mapping: ['reading', 'checking', 'failed', 'cancelled'],
  checking: ['reading', 'mapping', 'checking', 'review', 'failed', 'cancelled'],
  review: ['reading', 'mapping', 'checking', 'committing', 'cancelled'],
  committing: ['committed'],
  committed: [],
  failed: ['reading'],
  cancelled: [],
};

/** Whether an import may go from one state to another. */
export const mayMove = (from: ImportState, to: ImportState): boolean => moves[from].includes(to);

/** The page on which an import is continued. */
export const stepOf = (state: ImportState): StepPath =>
  (
    ({
      reading: 'intake',
      mapping: 'map',
      checking: 'review',
      review: 'review',
      committing: 'commit',
      committed: 'report',
      failed: 'intake',
      cancelled: 'intake',
    }) as const
  )[state];

/** States of imports that are not finished. */
export const openStates: readonly ImportState[] = ['reading', 'mapping', 'checking', 'review', 'committing'];

export const dispositions = ['create', 'update', 'unchanged', 'skip', 'conflict'] as const;
export type Disposition = (typeof dispositions)[number];

export const outcomes = ['created', 'updated', 'unchanged', 'skipped', 'conflict', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export const rowStates = ['ok', 'warning', 'error', 'excluded'] as const;
export type RowState = (typeof rowStates)[number];
