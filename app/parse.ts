import { z } from 'zod';
import { readJson } from '@/lib/contracts/body/read-json';
import { asJsonPath } from '@/lib/contracts/bulk/word-problem';
import { Refused } from './problem';
import { readBody } from './read-body';

/** Bytes of a JSON body; files come by another way. */
export const mostBody = 1024 * 1024;

/** The query parameters by a schema; a parameter that does not fit is refused with its name. */
export function parseQuery<Schema extends z.ZodObject>(request: Request, schema: Schema): z.output<Schema> {
  const given = new URL(request.url).searchParams;
  const query = Object.fromEntries(given);
  // What is not known is refused: a caller who asks for more than there is must not believe that it was done.
  expectKnown(Object.keys(query).filter((name) => !Object.hasOwn(schema.shape, name)));
  expectOnce(Object.keys(query).filter((name) => given.getAll(name).length > 1));
  return parse(query, schema, 400);
}

/** Refuses any query parameter. */
export const expectNoQuery = (request: Request): void => expectKnown([...new URL(request.url).searchParams.keys()]);

function expectKnown(unknown: string[]): void {
  if (unknown.length === 0) return;
  refuse(unknown.map((name) => `${name}: There is no such parameter here.`));
}

/** Of two values one would be left out without a word. */
function expectOnce(twice: string[]): void {
  if (twice.length > 0) refuse(twice.map((name) => `${name}: This parameter stands more than once.`));
}

function refuse(problems: string[]): never {
  throw new Refused(400, 'does_not_fit', problems.join(' '), { problems });
}

/** The JSON body by a schema, up to 1 MB. */
export async function parseBody<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const read = await readJson(await readBody(request, { most: mostBody }), { mostBytes: mostBody });
  if (read.ok) return parse(read.value, schema, 422);
  const { code, path, message } = read.fault;
  if (isNotJson.has(code)) throw new Refused(400, 'not_json', 'The body is not JSON.');
  throw new Refused(400, 'not_json', `The body is not taken: ${asJsonPath(path)}: ${message}.`);
}

const isNotJson = new Set(['not_utf8', 'not_json']);

/** Refuses a body that does not say it is JSON: forms can be sent by any page, and other readers take them for something else. */
export function expectJson({ headers }: Request): void {
  const [type] = (headers.get('content-type') ?? '').split(';');
  if (type!.trim().toLowerCase() === 'application/json') return;
  throw new Refused(415, 'not_json', 'The body must be JSON, with the Content-Type application/json.');
}

function parse<Schema extends z.ZodType>(input: unknown, schema: Schema, status: number): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map((found) => `${z.core.toDotPath(found.path) || 'body'}: ${found.message}`);
  throw new Refused(status, 'does_not_fit', problems.join(' '), { problems });
}

/** The number in a path segment; 404 where it is none. */
export function parseId(text: string): number {
  const id = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (id < 1) throw new Refused(404, 'not_found', 'There is nothing here.');
  return id;
}
