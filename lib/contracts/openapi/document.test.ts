import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../bulk/read-request';
import { problemKinds } from '../problems';
import { openApiDocument, operations } from './document';

const root = join(import.meta.dirname, '../../..');
const document = openApiDocument('1.0.0');
const ajv = new Ajv2020({ strict: false, schemas: [{ ...document, $id: 'https://desk.example/' }] });
addFormats.default(ajv);
const schemaOf = (name: string) => ajv.getSchema(`https://desk.example/#/components/schemas/${name}`)!;

/** What handlers there are: `export const POST = route('imports:write', …`. Not for programs: sign-in, and what is nowhere. */
const handlers = globSync('app/**/route.ts', { cwd: root })
  .filter((path) => !path.includes('[...path]'))
  .flatMap((file) => {
    const path = file
      .replace(/^app/, '')
      .replace(/\/route\.ts$/, '')
      .replace(/\[(\w+)\]/g, '{$1}');
    const source = readFileSync(join(root, file), 'utf8');
    const found = source.matchAll(/^export const ([A-Z]+) = (open)?[rR]oute(?:<.*?>)?\(\s*(?:'([\w:]+)')?/gm);
    return [...found].map(([, method, , permission]) => `${method!.toLowerCase()} ${path} ${permission ?? 'open'}`);
  });

describe('the OpenAPI document', () => {
  it('is valid by a validator that is not ours', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  it('has every handler of every route with its permission, and no other', () => {
    const documented = operations.map(({ method, path, permission }) => `${method} ${path} ${permission ?? 'open'}`);
    expect(handlers.length).toBeGreaterThan(20);
    expect(documented.toSorted()).toEqual(handlers.toSorted());
  });

  it('knows every problem document that a route refuses with', () => {
    const sources = globSync(['app/*.ts', 'app/api/v1/**/*.ts'], { cwd: root }).map((path) =>
      readFileSync(join(root, path), 'utf8'),
    );
    const codes = sources.flatMap((source) => [...source.matchAll(/new Refused\(\s*(\d+),\s*'(\w+)'/g)]);
    const known = (code: string, status: number) =>
      (problemKinds as Record<string, { statuses: readonly number[] }>)[code]?.statuses.includes(status);
    // The bulk contracts alone take packed bodies; sign-in alone asks for a Content-Type.
    const elsewhere = ['broken_gzip', 'not_json'];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter(([, status, code]) => !elsewhere.includes(code!) && !known(code!, Number(status)))).toEqual([]);
  });

  it('names operations once', () => {
    const ids = operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to nothing that is not there, and leaves nothing over', () => {
    const text = JSON.stringify(document);
    const refs = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map((found) => `${found[1]}/${found[2]}`),
    );
    const { schemas, headers } = document.components;
    const there = [
      ...Object.keys(schemas).map((name) => `schemas/${name}`),
      ...Object.keys(headers).map((name) => `headers/${name}`),
    ];
    expect([...refs].filter((ref) => !there.includes(ref))).toEqual([]);
    expect(there.filter((name) => !refs.has(name))).toEqual([]);
  });

  it('allows of the inputs of contract B what the server takes, in every form of their parts, and no other', async () => {
    const fits = schemaOf('BulkCustomers');
    const values = (of: object) => [of, [of], [of, of], [], [null], {}, [{}], null, 'x', { other: 1 }];
    const parts = { addresses: { city: 'x' }, customerRule: { dueOption: 1 }, contacts: { name: 'x' } };
    for (const [part, of] of Object.entries(parts)) {
      for (const value of values(of)) {
        for (const sent of [value, { data: value }, { data: value, other: 1 }]) {
          const body = { inputs: [{ [part]: sent }] };
          const read = await readRequest('bySourceSystem', Buffer.from(JSON.stringify(body)));
          expect([body, fits(body)]).toEqual([body, read.ok]);
        }
      }
    }
  });

  it('takes of contract A what the contract takes', async () => {
    const fits = schemaOf('BulkById');
    const keys = (names: Record<string, unknown>) => {
      const all = Object.entries(names).flatMap(([name, value]) => [{}, { [name]: value }, { [name]: null }]);
      const some = all.flatMap((one) => all.map((other) => ({ ...one, ...other })));
      return some.flatMap((one) => all.map((other) => ({ ...one, ...other })));
    };
    const customers = [
      ...keys({ sourceId: 'K', source: 'erp' }),
      ...keys({ id: 1, sourceId: 'K', source: 'erp' }).map((parent) => ({ parent })),
      ...keys({ code: 'C', type: 'invoice', isDefault: 'Y' }).map((address) => ({ addresses: [address] })),
    ];
    for (const customer of customers) {
      const body = { customers: [{ id: 1, ...customer }] };
      const read = await readRequest('byId', Buffer.from(JSON.stringify(body)));
      expect([body, fits(body)]).toEqual([body, read.ok]);
    }
  });

  it('has examples that fit, and explains only parameters that there are', () => {
    for (const { id, body, query, about = {} } of operations) {
      expect(
        Object.keys(about).filter((name) => !Object.hasOwn(query?.shape ?? {}, name)),
        id,
      ).toEqual(id.startsWith('bulk') ? expect.any(Array) : []);
      if (!body || !('json' in body)) continue;
      const fits = schemaOf(body.json);
      expect(fits(body.example), `${id}: ${ajv.errorsText(fits.errors)}`).toBe(true);
    }
  });
});
