/** What a server action answers whoever may not do it: an exception would be a broken page, with a stack in the log. */
export interface ActionRefused {
  refused: { status: number; code: string; detail: string };
}

/** What a server action answers. */
export type Answered<Answer> = Answer | ActionRefused;

export const isRefused = (answer: unknown): answer is ActionRefused =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;
