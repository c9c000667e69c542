/**
 * Finds the next occurrence of one character, remembering the last answer, so that asking again from further on costs
 * nothing and a character that never comes is looked for once per text.
 */
export class Finder {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly character: string,
  ) {}

  /** The first position at or after `at`, or Infinity. `at` may not go back without `rewind`. */
  from(at: number): number {
    if (this.found < at) {
      const next = this.text.indexOf(this.character, at);
      this.found = next < 0 ? Number.POSITIVE_INFINITY : next;
    }
    return this.found;
  }

  rewind(): void {
    this.found = -1;
  }
}
