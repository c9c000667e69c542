import type { Dialect } from './dialects';
import { type Refusal, type RefusalCode, refusals } from './refusals';
import { asJsonPath, asPointer, wordAsPointer, wordPlainly } from './word-problem';

/** An answer before it is a Response: the body becomes JSON, or is the bytes of it. */
export interface BulkAnswer {
  status: number;
  headers: Record<string, string>;
  body: object;
  /** Where it refuses the request as a whole. */
  refused?: RefusalCode;
}

export const bytesOf = ({ body }: Pick<BulkAnswer, 'body'>): Buffer<ArrayBuffer> =>
  Buffer.isBuffer(body) ? (body as Buffer<ArrayBuffer>) : Buffer.from(JSON.stringify(body));

/**
 * The answer to a request that is refused as a whole, in the shape of its contract:
 * A `{error: {code, messages, status, type, moreInfo}}`, all problems in `messages`;
 * B `{error, path, code, errors: [{path, code, message}]}`, `path` being that of the first;
 * C `{status, error, error_code}`, without a number for 401.
 */
export function refuse(dialect: Dialect, refusal: Refusal): BulkAnswer {
  const { code, retryAfter } = refusal;
  const status = dialect === 'scheduled' && code === 'too_many' ? 400 : refusals[code].status;
  const seconds = retryAfter ?? usualWait[code];
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...((dialect === 'byId' || dialect === 'bySourceId') && { 'return-format': 'json' }),
    ...(seconds !== undefined && { 'retry-after': String(seconds) }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(code === 'encoded' && { 'accept-encoding': 'gzip, identity' }),
  };
  return { status, headers, body: bodies[dialect](refusal, status), refused: code };
}

/** Seconds that are worth a wait where nobody knows better. */
const usualWait: Partial<Record<RefusalCode, number>> = { still_running: 1, unavailable: 5 };

const byId = ({ code, detail, problems = [] }: Refusal, status: number): object => {
  const { number, type } = refusals[code];
  const messages = problems.map((problem) =>
    problem.kind === 'value' ? `${asPointer(problem.path)}: ${problem.message}` : wordAsPointer(problem),
  );
  return {
    error: { code: number, messages: messages.length > 0 ? messages : [detail], status, type, moreInfo: '/docs/api' },
  };
};

const bySourceSystem = ({ code, detail, problems = [] }: Refusal): object => {
  const { code: word } = refusals[code];
  const errors = problems.map((problem) => ({
    path: asJsonPath(problem.path),
    code: (problem.kind === 'value' ? problem.code : undefined) ?? word,
    message: problem.kind === 'value' ? problem.message : wordPlainly(problem),
  }));
  const first = errors[0] ?? { path: '$', code: word, message: detail };
  return { error: detail, path: first.path, code: word, errors: errors.length > 0 ? errors : [first] };
};

const scheduled = ({ code, detail, problems = [] }: Refusal, status: number): object => {
  const said = problems.map((problem) => {
    const words = problem.kind === 'value' ? problem.message : wordPlainly(problem);
    return `${asJsonPath(problem.path).replace(/^\$\.?/, '') || 'body'}: ${words}`;
  });
  return {
    status,
    error: said.length > 0 ? said.join(' ') : detail,
    ...(status !== 401 && { error_code: refusals[code].number }),
  };
};

const bodies: Record<Dialect, (refusal: Refusal, status: number) => object> = {
  byId,
  bySourceId: byId,
  bySourceSystem,
  scheduled,
};
