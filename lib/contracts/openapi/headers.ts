/** Headers of requests and answers, as components of the document. */

const text = { type: 'string' };
const whole = { type: 'integer', minimum: 0 };

/** Headers of answers. */
export const answerHeaders = {
  'x-request-id': { description: 'The number of this request, as the log has it.', required: true, schema: text },
  'x-import-id': {
    description: 'The import that the request became. A plan becomes none.',
    required: false,
    schema: text,
  },
  location: { description: 'Where the import is.', required: true, schema: text },
  'content-disposition': { description: 'The name of the file.', required: true, schema: text },
  'return-format': { description: 'Always `json`.', required: true, schema: { const: 'json' } },
  'retry-after': { description: 'Seconds after which it is worth trying again.', required: true, schema: whole },
  'www-authenticate': { description: '`Bearer`', required: true, schema: { const: 'Bearer' } },
  ratelimit: {
    description: 'The rate with the least left: `"key";r=1199;t=42`, requests and seconds to the next window.',
    required: false,
    schema: text,
  },
  'ratelimit-policy': {
    description: 'Requests that may be made in each window of seconds: `"sender";q=1200;w=60, "key";q=1200;w=60`.',
    required: false,
    schema: text,
  },
} as const;
export type HeaderName = keyof typeof answerHeaders;

/** Every answer has them. */
export const always = ['x-request-id', 'ratelimit', 'ratelimit-policy'] as const satisfies HeaderName[];

/** Headers of requests. */
export const requestHeaders = {
  'idempotency-key': {
    description:
      'The same key with the same request (method, path, query, body) gets the first answer again, and nothing is done twice. With another request: 422. While the first is at work: 409. Kept with the import that it made, else for 24 hours, for each API key apart.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
  },
  prefer: { description: '`plan` is the same as `?plan=1`.', schema: text },
} as const;
export type RequestHeader = keyof typeof requestHeaders;
