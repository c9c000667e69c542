/** Where somebody is signed in. Times in ISO 8601. */
export interface SessionView {
  id: string;
  /** The session of this very page. */
  isThis: boolean;
  /** In words: `Firefox on Windows`. */
  browser: string;
  address: string | null;
  begunAt: string;
  /** True to a minute. */
  usedAt: string;
}
