import type { ImportState } from '@/lib/steps';

const moving: readonly ImportState[] = ['reading', 'checking', 'committing'];

/** Whether the server works on the import at this moment, so that its numbers move on their own. */
export const isMoving = (state: ImportState): boolean => moving.includes(state);
