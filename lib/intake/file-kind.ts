import type { FileBytes } from '../files';

/** What a file is, told by its bytes and not by its name. `other` carries its description. */
export type FileKind = { is: 'text' } | { is: 'zip' } | { is: 'ole' } | { is: 'empty' } | { is: 'other'; what: string };

/** Signatures at the start of files that people take for spreadsheets, in Latin-1. */
const signatures: [start: string, kind: FileKind][] = [
  ['PK\x03\x04', { is: 'zip' }],
  ['PK\x05\x06', { is: 'zip' }],
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', { is: 'ole' }],
  ['%PDF', { is: 'other', what: 'a PDF' }],
  ['\x89PNG', { is: 'other', what: 'a picture' }],
  ['\xFF\xD8\xFF', { is: 'other', what: 'a picture' }],
  ['GIF8', { is: 'other', what: 'a picture' }],
  ['\x1F\x8B', { is: 'other', what: 'a compressed file' }],
  ['7z\xBC\xAF\x27\x1C', { is: 'other', what: 'a compressed file' }],
  ['Rar!\x1A', { is: 'other', what: 'a compressed file' }],
  ['BZh', { is: 'other', what: 'a compressed file' }],
  ['{\\rtf', { is: 'other', what: 'a text document' }],
  ['SQLite format 3\0', { is: 'other', what: 'a database' }],
  ['\x7FELF', { is: 'other', what: 'a program' }],
];

/** Looks at the first bytes of a file. */
export const fileKind = async (bytes: FileBytes): Promise<FileKind> => {
  const buffer = Buffer.alloc(512);
  const length = await bytes.read(buffer, 0);
  if (length === 0) return { is: 'empty' };
  const start = buffer.toString('latin1', 0, length);
  const known = signatures.find(([signature]) => start.startsWith(signature));
  return known ? known[1] : markup(start);
};

/** Web pages, XML and JSON are text, but no table of separated values. */
const markup = (start: string): FileKind => {
  const text = start
    .replace(/^(ï»¿|þÿ|ÿþ)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<table|<meta|<body)/.test(text)) return { is: 'other', what: 'a web page' };
  if (/^(\{\s*["}]|\[\s*[\][{])/.test(text)) return { is: 'other', what: 'JSON' };
  if (text.startsWith('<?xml')) return { is: 'other', what: 'an XML file' };
  return { is: 'text' };
};
