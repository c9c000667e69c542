import type { Files, Received, Upload } from '../lib/files';

/** Where encrypted files lie: a folder or object storage. It knows no key, and nothing of what is in them. */
export interface FilePlace extends Pick<Files, 'hasRoom' | 'remove' | 'sweep'> {
  receive(key: string, upload: Upload): Promise<Received>;
  /** Has the file at a path of this machine for the time of the work. Throws as `Files.withFile` does. */
  withPath<T>(key: string, work: (path: string) => Promise<T>, signal?: AbortSignal): Promise<T>;
}
