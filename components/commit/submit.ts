import type { Answered } from '@/lib/contracts/action-refused';
import type { SubmitAnswer } from '@/lib/contracts/import-api';

/** The server action of the page; it is handed down, because pages put parts together and parts know no pages. */
export type Submit = (input: { importId: number; revision: number }) => Promise<Answered<SubmitAnswer>>;
