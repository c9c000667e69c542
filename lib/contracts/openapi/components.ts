import { z } from 'zod';
import { problemKinds } from '../problems';
import { answerSchemas, bodySchemas } from './schemas';

export type Json = Record<string, unknown>;

export interface Options {
  /** Whether answers may have nothing that is not named: for tests. A client has to leave alone what it does not know. */
  closed?: boolean;
}

const place = '#/components/schemas/';

export const refTo = (name: string): Json => ({ $ref: `${place}${name}` });
export const problemName = (code: string): string => `problem.${code}`;

/** All schemas by name, from those by which requests are parsed and answers are typed. */
export function schemaComponents(options: Options): Json {
  return {
    ...convert(bodySchemas, 'input', options),
    ...convert({ ...answerSchemas, ...problems() }, 'output', options),
  };
}

const problems = () =>
  Object.fromEntries(
    Object.entries(problemKinds).map(([code, { statuses, when, ...kind }]) => [
      problemName(code),
      z
        .looseObject({
          type: z.literal(`about:blank#${code}`),
          title: z.string(),
          status: z.literal([...statuses]),
          code: z.literal(code),
          detail: z.string().describe('A sentence for a person.'),
          ...('more' in kind ? kind.more : {}),
        })
        .describe(`${when}.`),
    ]),
  );

function convert(schemas: Record<string, z.ZodType>, io: 'input' | 'output', options: Options): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: found } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `${place}${id}`,
    override: ({ jsonSchema }) => tidy(jsonSchema, io, options),
  });
  return Object.fromEntries(
    Object.entries(found).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema as Json]),
  );
}

/** The properties of an object of query parameters. */
export function parameterSchemas(query: z.ZodObject): { name: string; required: boolean; schema: Json }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, {
    io: 'input',
    override: ({ jsonSchema }) => tidy(jsonSchema, 'input', {}),
  });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema: schema as Json,
  }));
}

function tidy(schema: z.core.JSONSchema.BaseSchema, io: 'input' | 'output', { closed = false }: Options): void {
  // The format says it; the pattern behind it is a page long.
  if (schema.format === 'date-time' || schema.format === 'date' || schema.format === 'uuid') delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (io === 'output' && !closed && schema.additionalProperties === false) delete schema.additionalProperties;
}
