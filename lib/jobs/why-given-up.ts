import { FilesFault } from '../files';

/** What is told of an import whose job failed again and again; the details are in the log. */
export const whyGivenUp = (error: unknown): string =>
  error instanceof FilesFault
    ? `${error.message} Nothing was written.`
    : 'Something went wrong while working on this file, and trying again did not help. Nothing was written. Upload it again; if it happens again, the log of the server says why.';
