/** A running S3 server of its own. */
export type S3 = {
  /** http://127.0.0.1:PORT */
  url: string;
  /** The name of its bucket. */
  bucket: string;
  /** Where its buckets lie, a folder each; an object is the file `KEY._S3rver_object`. */
  folder: string;
  /** What makes an Import Desk use it. */
  env: { S3_ENDPOINT: string; S3_BUCKET: string; S3_ACCESS_KEY_ID: string; S3_SECRET_ACCESS_KEY: string };
  /** Ends it with every connection, as a crash does; `resume` starts it again on the same port and folder. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  /** Ends it and removes its folder. */
  stop: () => Promise<void>;
};

export const startS3: () => Promise<S3>;
