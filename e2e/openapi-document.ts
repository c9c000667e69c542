/** Answers held to the OpenAPI document. */
import { expect } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument, operations } from '../lib/contracts/openapi/document';

type Content = Record<string, object>;
interface Documented {
  operationId: string;
  responses: Record<string, { content?: Content; headers?: Record<string, { $ref: string }> }>;
}

/** Closed: an answer may have nothing that the document does not name. */
const document = openApiDocument('1.0.0', { closed: true });
const base = 'https://desk.example/openapi';
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ ...document, $id: base });

const operationOf = (id: string) => {
  const operation = operations.find((each) => each.id === id)!;
  const documented = document.paths[operation.path]![operation.method] as unknown as Documented;
  return { ...operation, documented };
};

/** Method and address of an operation, with its parameters in place. */
export const addressOf = (
  id: string,
  path: Record<string, string | number> = {},
  query: Record<string, string | number | undefined> = {},
): { method: string; path: string } => {
  const { method, path: template } = operationOf(id);
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams(JSON.parse(JSON.stringify(query))).toString();
  return { method: method.toUpperCase(), path: search ? `${filled}?${search}` : filled };
};

/** Expects an answer as the document has it: its status, its headers, its type and its body. */
export const expectDocumented = async (id: string, answer: Response, text: string): Promise<void> => {
  const { documented, path, method } = operationOf(id);
  const status = String(answer.status);
  const what = `${id} ${status} ${text.slice(0, 500)}`;
  const response = documented.responses[status];
  expect(response, `${what}: this status is documented`).toBeDefined();
  for (const name of requiredHeaders(response!.headers ?? {})) {
    expect(answer.headers.get(name), `${what}: has the header ${name}`).not.toBeNull();
  }
  const type = answer.headers.get('content-type')?.split(';')[0];
  if (!response!.content) return expect(text, `${what}: has no body`).toBe('');
  expect(Object.keys(response!.content), `${what}: its type is documented`).toContain(type);
  const place = ['paths', path, method, 'responses', status, 'content', type!, 'schema'].map(escaped).join('/');
  if (type!.endsWith('json')) expectFits(what, place, JSON.parse(text));
  if (type === 'text/event-stream')
    for (const event of eventsIn(text)) expectFits(what, 'components/schemas/Import', event);
};

/** A name in a JSON pointer in the fragment of a URL: RFC 6901 §6 */
const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const expectFits = (what: string, place: string, body: unknown): void => {
  const fits = ajv.compile({ $ref: `${base}#/${place}` });
  expect(fits(body), `${what}: ${ajv.errorsText(fits.errors, { separator: '\n' })}`).toBe(true);
};

const requiredHeaders = (headers: Record<string, { $ref: string }>): string[] =>
  Object.keys(headers).filter(
    (name) => (document.components.headers as Record<string, { required: boolean }>)[name]!.required,
  );

const eventsIn = (text: string): unknown[] =>
  text
    .split('\n\n')
    .filter(Boolean)
    .map((event) => JSON.parse(event.replace(/^data: /, '')));
