import type { Dialect } from '../bulk/dialects';
import { type Json, problemName, refTo } from './components';
import { always, type HeaderName } from './headers';
import { type Answer, type Operation, xlsx } from './operation';
import { problemsOf, type Refusals, refusalsOf } from './refusals';

/** Everything that an operation answers, by status. */
export function describeAnswers(operation: Operation): Json {
  const { answers, dialect, body } = operation;
  const refused = dialect ? ofDialect(dialect, refusalsOf(dialect)) : ofProblems(problemsOf(operation));
  const late = response('The body did not come within a minute.', { 'text/plain': text }, ['x-request-id']);
  return {
    ...Object.fromEntries(refused),
    ...(body && { 408: late }),
    ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, success(answer)])),
  };
}

const text = { schema: { type: 'string' } };

function success({ description, json, types = [], headers = [] }: Answer): Json {
  const content = {
    ...(json && { 'application/json': { schema: refTo(json) } }),
    ...Object.fromEntries(types.map((type) => [type, type === xlsx ? {} : text])),
  };
  return response(description, content, [...always, ...headers]);
}

function response(description: string, content: Json, headers: readonly HeaderName[]): Json {
  return {
    description,
    headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

const waits = new Set(['429', '503']);
const headersOf = (status: string): HeaderName[] => [
  ...always,
  ...(waits.has(status) ? (['retry-after'] as const) : []),
  ...(status === '401' ? (['www-authenticate'] as const) : []),
];

const ofProblems = (found: Refusals): [string, Json][] =>
  Object.entries(found).map(([status, codes]) => {
    const schemas = codes.map((code) => refTo(problemName(code)));
    const schema = schemas.length === 1 ? schemas[0] : { anyOf: schemas };
    const named = codes.map((code) => `\`${code}\``).join(', ');
    return [status, response(named, { 'application/problem+json': { schema } }, headersOf(status))];
  });

const refusalSchema = {
  byId: 'BulkByIdRefusal',
  bySourceId: 'BulkByIdRefusal',
  bySourceSystem: 'BulkCustomersRefusal',
  scheduled: 'BulkCreateRefusal',
} as const satisfies Record<Dialect, string>;

const ofDialect = (dialect: Dialect, found: Refusals): [string, Json][] =>
  Object.entries(found).map(([status, codes]) => {
    const schema = { allOf: [refTo(refusalSchema[dialect]), narrowed(dialect, Number(status), codes)] };
    const isById = dialect === 'byId' || dialect === 'bySourceId';
    const headers = [...headersOf(status), ...(isById ? (['return-format'] as const) : [])];
    return [
      status,
      response(codes.map((code) => `\`${code}\``).join(', '), { 'application/json': { schema } }, headers),
    ];
  });

function narrowed(dialect: Dialect, status: number, codes: string[]): Json {
  if (dialect === 'bySourceSystem') return { properties: { code: { enum: codes } } };
  const numbers = { enum: codes.map(Number) };
  if (dialect === 'scheduled') return { properties: { status: { const: status }, error_code: numbers } };
  return { properties: { error: { properties: { status: { const: status }, code: numbers } } } };
}
