import { describeAnswers } from './answers';
import { type Json, parameterSchemas, refTo } from './components';
import { requestHeaders } from './headers';
import type { Operation } from './operation';
import { securityOf, whoMay } from './security';

const inPath: Record<string, Json> = {
  importId: { description: "The import's id.", schema: { type: 'integer', minimum: 1 } },
  row: { description: "The row's number.", schema: { type: 'integer', minimum: 1 } },
  customerId: { description: "The customer's number or uuid.", schema: { type: 'string' } },
};

/** An operation as the document has it. */
export function describeOperation(operation: Operation) {
  const { id, tag, summary, description, permission, body } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, whoMay(permission)].filter(Boolean).join('\n\n'),
    parameters: parameters(operation),
    ...(body && { requestBody: requestBody(operation, body) }),
    responses: describeAnswers(operation),
    security: securityOf(permission, operation.alsoNeeds),
  };
}

function parameters({ path, query, plans, once, about = {}, headers: named = [] }: Operation): Json[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
  const headers = [...named, ...(once ? (['idempotency-key'] as const) : []), ...(plans ? (['prefer'] as const) : [])];
  return [
    ...names.map((name) => ({ name, in: 'path', required: true, ...inPath[name] })),
    ...(query ? parameterSchemas(query) : []).map(({ name, ...rest }) => ({
      ...{ name, in: 'query', ...rest },
      ...(about[name] && { description: about[name] }),
    })),
    ...headers.map((name) => ({ name, in: 'header', required: false, ...requestHeaders[name] })),
  ];
}

function requestBody({ query }: Operation, body: NonNullable<Operation['body']>): Json {
  if ('bytes' in body) {
    return { description: body.bytes, required: true, content: { 'application/octet-stream': {} } };
  }
  const json = { schema: refTo(body.json), example: body.example };
  // Contract B takes what it is sent in the query too.
  return { required: !(query && 'inputs' in query.shape), content: { 'application/json': json } };
}
