/** Answers of writing calls that came with an `Idempotency-Key` and made no import: what is asked of storage, types only. */

/** A call by which its repetition is told. All three never change between the call and its repetition. */
export interface KeyedCall {
  /** The key of the API, or the person. */
  callerId: string;
  /** The `Idempotency-Key`, sealed. */
  key: string;
  /** Of method, path, query and body, sealed. */
  hash: string;
}

/**
 * What stands of a call: nobody had the key, and the caller has it now (`claimed`); it came with another call (`other`); the first is
 * still at work (`running`); its answer was kept and is not any more (`removed`); or its answer, sealed.
 */
export type Claim = 'claimed' | 'other' | 'running' | 'removed' | { answer: string };

export interface AnswerStore {
  /**
   * Takes a key for a call, also from one that has been at work for longer than `staleMs`: its process ended.
   * @param owner of the claim, a uuid
   */
  claimKey(call: KeyedCall, owner: string, staleMs: number): Promise<Claim>;
  /** Keeps the answer of a call whose claim is still its owner's. @param answer sealed */
  keepAnswer(call: KeyedCall, owner: string, answer: string): Promise<void>;
  /** Gives the key up: nothing was done by it. */
  giveUpKey(call: KeyedCall, owner: string): Promise<void>;
  /** Forgets keys and answers of calls before a time, in ms since 1970. */
  forgetAnswers(before: number): Promise<void>;
}

/** For how long an answer is kept at the least, in ms. */
export const answersKept = 24 * 3_600_000;
