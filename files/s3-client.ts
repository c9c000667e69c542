import { S3Client } from '@aws-sdk/client-s3';
import type { S3Settings } from './s3-settings';

/** How long is waited, in ms, before a request is tried again or given up. */
export interface Patience {
  /** For a connection. */
  connect: number;
  /** For a sign of life on a connection, in either direction. */
  silence: number;
  /** For the head of an answer, with the sending of a part before it. */
  answer: number;
}

const patience: Patience = { connect: 5_000, silence: 20_000, answer: 120_000 };
const attempts = 3;

/** A client of any server that speaks S3. */
export const openClient = (
  { region, endpoint, credentials, forcePathStyle }: S3Settings,
  { connect, silence, answer } = patience,
): S3Client =>
  new S3Client({
    region,
    endpoint,
    credentials,
    forcePathStyle,
    maxAttempts: attempts,
    // Checksums beyond what S3 asks for are refused by servers other than AWS.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: connect,
      socketTimeout: silence,
      requestTimeout: answer,
      throwOnRequestTimeout: true,
    },
  });
