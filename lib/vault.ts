import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { derive } from './auth/secret';
import { anySealed, isSealed, mask, maskStart, sealedStart } from './sealed';

/** Seals sensitive values with the secret key, and opens them again. */
export interface Vault {
  /** By which tokens name their key. */
  keyId: string;
  /** Any text as a token: the same one for the same text, so that tokens are equal where the texts are. */
  seal(text: string): string;
  /** The text of a token; null for what is none, was sealed with another key, or was changed. */
  open(token: string): string | null;
  /** What the tokens of all values begin with that have the same letters and digits, however they are grouped. */
  startOf(text: string): string;
}

/** Multiples of three, so that base64 has them apart: a token's match, and behind it its nonce. */
const matchBytes = 15;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a nonce that is a keyed hash of the text. Two texts have the same nonce as good as never, and the same
 * text gives the same token, which tells no more than that they are equal (as in AES-SIV, RFC 5297).
 */
export function openVault(secret: Buffer): Vault {
  const keys = {
    values: createSecretKey(derive(secret, 'sealed values')),
    nonces: createSecretKey(derive(secret, 'sealed values, nonces')),
    matches: createSecretKey(derive(secret, 'sealed values, matches')),
  };
  const keyId = derive(secret, 'key id').toString('base64url').slice(0, 8);
  const start = `${sealedStart}${keyId}.`;
  const matchOf = (text: string) => hmac(keys.matches, Buffer.from(compared(text)), matchBytes);
  return {
    keyId,
    seal(text) {
      const plain = encode(text);
      const nonce = hmac(keys.nonces, plain, nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', keys.values, nonce);
      const parts = [matchOf(text), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
      return start + Buffer.concat(parts).toString('base64url');
    },
    open(token) {
      if (!token.startsWith(start) || !isSealed(token)) return null;
      const bytes = Buffer.from(token.slice(start.length), 'base64url').subarray(matchBytes);
      const decipher = createDecipheriv('aes-256-gcm', keys.values, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      try {
        return decode(Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]));
      } catch {
        return null;
      }
    },
    startOf: (text) => start + matchOf(text).toString('base64url'),
  };
}

/** The letters and digits of a text, by which sealed values are compared: however it is grouped it is the same. */
export const compared = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** A text with all tokens in it opened or masked; whatever is none stays as it is. */
export function show(vault: Vault, text: string, clear = false): string {
  if (!isSealed(text)) return text;
  const opened = vault.open(text);
  return opened === null ? maskStart : clear ? opened : mask(opened);
}

/** A text with the tokens of one key sealed by another. Tokens of other keys, and what only looks like one, stay. */
export const sealAnew = (text: string, from: Vault, to: Vault): string =>
  text.replace(anySealed, (token) => {
    const opened = from.open(token);
    return opened === null ? token : to.seal(opened);
  });

const hmac = (key: KeyObject, bytes: Buffer, length: number): Buffer =>
  createHmac('sha256', key).update(bytes).digest().subarray(0, length);

/** In front stands how it is written: UTF-8 cannot keep surrogates that stand alone. */
function encode(text: string): Buffer {
  const isWell = text.isWellFormed();
  return Buffer.concat([Buffer.from([isWell ? 0 : 1]), Buffer.from(text, isWell ? 'utf8' : 'utf16le')]);
}

const decode = (bytes: Buffer): string => bytes.toString(bytes[0] === 0 ? 'utf8' : 'utf16le', 1);
