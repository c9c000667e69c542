import { join } from 'node:path';
import type { Files } from '../lib/files';
import type { Vault } from '../lib/vault';
import { encryptedFiles } from './encrypted';
import { folderFiles } from './folder';
import type { FilePlace } from './place';
import { readS3Settings } from './s3-settings';

/** The folder of the data folder that uploads lie in, where there is no object storage. */
export const uploadsFolder = (dataDir: string): string => join(dataDir, 'uploads');

/** Opens the uploaded files, encrypted with keys that the vault seals. */
export const openFiles = async (dataDir: string, vault: Vault): Promise<Files> =>
  encryptedFiles(await openPlace(dataDir), vault);

/** The bucket that S3_BUCKET names, or a folder of the data folder; files are as they lie there. */
export async function openPlace(dataDir: string): Promise<FilePlace> {
  const settings = readS3Settings();
  if (!settings) return folderFiles(uploadsFolder(dataDir));
  // The SDK takes memory and time to load; who keeps files in a folder does without.
  const { openS3 } = await import('./s3');
  return openS3(settings, join(dataDir, 'fetched'));
}

/** Makes sure that the place of uploaded files is there. Throws StorageFault with what to put right where it is not. */
export async function prepareFiles(): Promise<void> {
  const settings = readS3Settings();
  if (!settings) return;
  const { prepareBucket } = await import('./s3-bucket');
  await prepareBucket(settings);
}
