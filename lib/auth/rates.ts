/** How often someone asks, counted in the memory of this process: to count in the database would cost more than most answers. */

export const windowMs = 60_000;
/** After so many buckets those that nobody used meanwhile are forgotten: nobody can fill the memory with addresses. */
const mostBuckets = 50_000;

/** What is left of a bucket after one was taken. */
export interface Taken {
  /** How many more may be taken in this window. */
  left: number;
  /** ms until the bucket is full again. */
  endsIn: number;
  /** ms to wait where there was none to take, else 0. */
  wait: number;
}

/** Counts in windows of a minute, the same for all buckets. */
export interface Rates {
  /** Takes one from a bucket that holds `most` in each window. */
  take(bucket: string, most: number): Taken;
}

/** @param now ms on a clock that never goes back */
export function countRates(now: () => number = () => performance.now()): Rates {
  let recent = new Map<string, number>();
  let older = recent;
  let endsAt = 0;
  return {
    take(bucket, most) {
      const at = now();
      if (at >= endsAt) {
        recent = new Map();
        older = recent;
        endsAt = at + windowMs;
      }
      const count = (recent.get(bucket) ?? older.get(bucket) ?? 0) + 1;
      recent.set(bucket, count);
      if (recent.size >= mostBuckets) {
        older = recent;
        recent = new Map();
      }
      // The clock has parts of ms: their sum can be a little more than the window.
      const endsIn = Math.min(windowMs, endsAt - at);
      return { left: Math.max(0, most - count), endsIn, wait: count > most ? endsIn : 0 };
    },
  };
}
