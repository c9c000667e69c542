/** Speed and time left of a running commit, from what was seen so far. */

interface Sample {
  at: number;
  done: number;
}

/** Rates are taken over this time (ms), so that they follow changes without jumping. */
const span = 15_000;

export class ProgressRate {
  private samples: Sample[] = [];

  /** @param at milliseconds */
  add(at: number, done: number): void {
    this.samples = [...this.samples.filter((one) => one.at > at - span), { at, done }];
  }

  /** Rows in a second, or null while too little was seen. */
  get perSecond(): number | null {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (!first || !last || last.at - first.at < 1000 || last.done <= first.done) return null;
    return ((last.done - first.done) / (last.at - first.at)) * 1000;
  }
}

/** “about 9 seconds left”. */
export function timeLeft(rows: number, perSecond: number): string {
  const seconds = Math.max(1, Math.ceil(rows / perSecond));
  if (seconds === 1) return 'about 1 second left';
  if (seconds < 90) return `about ${seconds} seconds left`;
  return `about ${Math.round(seconds / 60)} minutes left`;
}
