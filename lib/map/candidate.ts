/** That a column may feed a field. */
export interface Candidate {
  index: number;
  field: string;
  /** From `scores.exact` on the match is by name; below it is a guess with the score as its confidence. */
  score: number;
  /** A part of an address whose header does not say of which. */
  bare?: boolean;
}

/** How sure each way of matching is. */
export const scores = {
  /** The field's own name or label. */
  same: 1,
  exact: 0.95,
  /** An exact name behind "customer" or "contact". */
  prefixed: 0.85,
  likely: 0.8,
  /** The most that a near spelling gets. */
  near: 0.75,
  /** What the values look like, without a word from the header. */
  values: 0.6,
} as const;
