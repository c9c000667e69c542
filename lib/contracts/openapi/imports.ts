import { limits } from '../../limits';
import { commitQuery, importsQuery, reportQuery, uploadQuery } from '../import-api';
import { planQuery } from '../parts';
import { type Operation, xlsx } from './operation';

const one = '/api/v1/imports/{importId}';
const read = { tag: 'Imports', permission: 'imports:read', method: 'get' } as const;
const write = { tag: 'Imports', permission: 'imports:write' } as const;
const theImport = { description: 'The import.', json: 'Import' } as const;
const fileGone = ['file_missing', 'file_damaged', 'file_removed', 'rows_removed'] as const;

export const importOperations: Operation[] = [
  {
    ...write,
    id: 'uploadFile',
    method: 'post',
    path: '/api/v1/imports',
    summary: 'Upload a file',
    description: `The body is the bytes of the file, with any content type: up to ${limits.fileBytes / 1024 ** 2} MB, ${limits.rows.toLocaleString('en')} rows and ${limits.columns} columns. Reading, mapping and checking go on in the background, up to \`review\`. It stops in \`mapping\` where the mapping cannot be used yet.`,
    query: uploadQuery,
    about: {
      fileName: 'What people call the file; it ends in `.csv`, `.tsv`, `.txt` or `.xlsx`.',
      sheet: 'Of a workbook; detected unless given, as are the next three.',
      headerRow: '0 where there is none.',
      matchKey: 'By what a row finds its customer.',
      mode: '`upsert` unless given.',
      blank: 'What blank cells do: `keep` unless given.',
      sourceSystem: 'A constant source system for all rows with a source ID.',
      until: '`mapping`: stop there.',
    },
    headers: ['idempotency-key'],
    body: { bytes: 'The file.' },
    answers: { 201: { ...theImport, headers: ['location', 'x-import-id'] } },
    refusals: {
      400: ['cut_off', 'bad_idempotency_key'],
      410: ['answer_removed'],
      413: ['too_large'],
      415: ['not_accepted', 'encoded'],
      422: ['key_reused'],
      503: ['files_unavailable'],
      507: ['disk_full'],
    },
  },
  {
    ...read,
    id: 'listImports',
    path: '/api/v1/imports',
    summary: 'List imports, newest first',
    query: importsQuery,
    about: {
      state: '`open` is every state that is none of the others.',
      q: "Part of the file's name.",
      cursor: 'The `nextCursor` of the answer before.',
    },
    answers: { 200: { description: 'Imports.', json: 'ImportList' } },
  },
  { ...read, id: 'readImport', path: one, summary: 'Read an import', answers: { 200: theImport } },
  {
    ...write,
    id: 'cancelImport',
    method: 'delete',
    path: one,
    summary: 'Cancel or delete an import',
    once: true,
    plans: true,
    query: planQuery,
    about: { plan: '`1`: nothing is done; the answer says which of these it would be.' },
    description: 'Cancels before the commit, stops one that runs, deletes what is cancelled or failed.',
    answers: {
      200: { description: 'It is cancelled; or what would be done.', json: 'CancelAnswer' },
      202: {
        description: 'It stops after the rows at work, with `atomic=1` before any is written; the rest is skipped.',
        json: 'Import',
      },
      204: { description: 'It is deleted, with its rows and its file.' },
    },
    refusals: { 409: ['wrong_state'] },
  },
  {
    ...read,
    id: 'followImport',
    path: `${one}/progress`,
    summary: 'Follow an import',
    description:
      'Server-sent events: the import as `data:` each time it changed, until it is in none of the states `reading`, `checking` and `committing`.',
    answers: { 200: { description: 'Events; the data of each is an Import.', types: ['text/event-stream'] } },
  },
  {
    ...read,
    id: 'readIntake',
    path: `${one}/intake`,
    summary: 'Read what was found in the file',
    answers: { 200: { description: 'What was found, with the top of the sheet.', json: 'Intake' } },
  },
  {
    ...write,
    id: 'readAnew',
    method: 'put',
    path: `${one}/intake`,
    summary: 'Read the file anew',
    description:
      'What is not given stays as it was. `dateOrder` alone checks again without reading. Not from the commit on.',
    once: true,
    plans: true,
    query: planQuery,
    about: { plan: '`1`: nothing is done; the answer lists the edits that would be lost.' },
    body: { json: 'PutIntake', example: { delimiter: ';', headerRow: 3 } },
    answers: { 200: { description: 'The import, or with `plan` what would be lost.', json: 'IntakeAnswer' } },
    refusals: { 409: ['wrong_state'], 410: fileGone, 503: ['files_unavailable'], 507: ['disk_full'] },
  },
  {
    ...write,
    id: 'mapColumns',
    method: 'put',
    path: `${one}/mapping`,
    summary: 'Set the mapping',
    description: 'Every row is checked by it again. Columns that are not named are ignored.',
    once: true,
    plans: true,
    query: planQuery,
    about: { plan: '`1`: nothing is written; the answer is the import as it would be.' },
    body: {
      json: 'PutMapping',
      example: {
        columns: [
          { index: 0, field: 'debtorId' },
          { index: 3, field: 'email' },
        ],
        matchKey: 'email',
      },
    },
    answers: { 200: theImport },
    refusals: { 409: ['wrong_state'], 422: ['mapping_incomplete'] },
  },
  {
    ...write,
    id: 'commitImport',
    method: 'post',
    path: `${one}/commit`,
    summary: 'Submit an import',
    description: `Up to ${limits.submitInline.toLocaleString('en')} rows are committed before the answer. A revision that was submitted before answers its first operation again.`,
    query: commitQuery,
    about: {
      revision: 'The one that was looked at; the newest unless given.',
      atomic: '`1`: all rows are written, or none.',
      plan: '`1`: nothing is written; the totals of the import say what would be done.',
    },
    once: true,
    plans: true,
    answers: {
      200: { ...theImport, description: 'Only for a plan: the import as it stands.' },
      202: { description: 'It is committed, or it is started.', json: 'Submitted' },
    },
    refusals: { 409: ['stale', 'wrong_state', 'has_errors'], 422: ['too_many_rows'] },
  },
  {
    ...read,
    id: 'downloadReport',
    path: `${one}/report`,
    summary: 'Download the report',
    query: reportQuery,
    about: {
      format: '`json` has the rows as `listRows` has them.',
      rows: '`failed`: only rows that did not go in, to correct and upload again.',
    },
    answers: {
      200: {
        description: 'The report, in the format that was asked for.',
        json: 'Report',
        types: ['text/csv', xlsx],
        headers: ['content-disposition'],
      },
    },
    refusals: { 409: ['wrong_state'], 410: ['rows_removed'] },
  },
  {
    ...read,
    id: 'downloadTemplate',
    path: '/api/v1/template.csv',
    summary: 'Download a template',
    answers: {
      200: { description: 'Every field as a header.', types: ['text/csv'], headers: ['content-disposition'] },
    },
  },
];
