import { describe, expect, it } from 'vitest';
import { refusalOf } from './refusal-of';
import { type RefusalCode, refusals } from './refusals';
import { refuse } from './refuse';
import { refuseInputs } from './refuse-inputs';

const codes = Object.keys(refusals) as RefusalCode[];
const detail = 'A sentence.';

describe('every refusal has the shape of its contract', () => {
  it.each(codes)('%s', (code) => {
    const { status, number, type, code: word } = refusals[code];
    expect(refuse('byId', { code, detail })).toMatchObject({
      status,
      body: { error: { code: number, messages: [detail], status, type, moreInfo: expect.any(String) } },
    });
    expect(refuse('bySourceId', { code, detail })).toEqual(refuse('byId', { code, detail }));
    expect(refuse('bySourceSystem', { code, detail })).toMatchObject({
      status,
      body: { error: detail, path: '$', code: word, errors: [{ path: '$', code: word, message: detail }] },
    });
    const scheduled = code === 'too_many' ? 400 : status;
    expect(refuse('scheduled', { code, detail })).toMatchObject({
      status: scheduled,
      body: { status: scheduled, error: detail },
    });
  });

  it('numbers are never the same', () => {
    expect(new Set(codes.map((code) => refusals[code].number)).size).toBe(codes.length);
  });

  it('contract C has no number for a stranger', () => {
    expect(refuse('scheduled', { code: 'not_signed_in', detail }).body).toEqual({ status: 401, error: detail });
  });

  it('who has to wait is told how long, and who is unknown how to become known', () => {
    expect(refuse('byId', { code: 'rate_limited', detail, retryAfter: 7 }).headers).toMatchObject({
      'retry-after': '7',
    });
    expect(refuse('byId', { code: 'unavailable', detail }).headers).toMatchObject({ 'retry-after': '5' });
    expect(refuse('byId', { code: 'not_signed_in', detail }).headers).toMatchObject({ 'www-authenticate': 'Bearer' });
    expect(refuse('byId', { code: 'encoded', detail }).headers).toMatchObject({ 'accept-encoding': 'gzip, identity' });
  });
});

it('what other parts refuse keeps its status', () => {
  for (const [status, code] of [
    [401, 'not_signed_in'],
    [403, 'unknown_host'],
    [413, 'too_large'],
    [415, 'encoded'],
    [400, 'broken_gzip'],
    [400, 'cut_off'],
    [429, 'rate_limited'],
    [503, 'database_away'],
    [507, 'disk_full'],
  ] as const) {
    const refusal = refusalOf({ status, code, message: detail, more: { retryAfter: 3 } });
    expect(refuse('byId', refusal)).toMatchObject({ status, headers: { 'retry-after': '3' } });
  }
  expect(refuse('byId', refusalOf({ status: 418, code: 'x', message: detail })).status).toBe(500);
});

describe('contract B, all or nothing', () => {
  it('customers that exist or stand twice are 409, each by its index', () => {
    const message = 'It exists.';
    const found = [
      { index: 3, field: 'sourceSystemId', code: 'source_taken', message },
      { index: 7, field: null, code: 'duplicate_in_file', message },
    ];
    expect(refuse('bySourceSystem', refuseInputs(found))).toMatchObject({
      status: 409,
      body: {
        error: 'Nothing was created: 2 inputs with a source ID that exists or stands twice.',
        path: '$.inputs[3].sourceSystemId',
        code: 'constraint-violation',
        errors: [
          { path: '$.inputs[3].sourceSystemId', code: 'constraint-violation', message },
          { path: '$.inputs[7]', code: 'constraint-violation', message },
        ],
      },
    });
  });

  it('bad values are 400, in the names of the contract, with conflicts beside them', () => {
    const message = 'No.';
    const found = [
      { index: 0, field: 'email', code: 'invalid_email', message },
      { index: 1, field: 'customerRule.dueOption', code: 'invalid_number', message },
      { index: 1, field: 'ccEmails', code: 'invalid_email', message },
      { index: 2, field: null, code: 'conflict', message },
    ];
    const answer = refuse('bySourceSystem', refuseInputs(found));
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', path: '$.inputs[0].emailAddress' },
    });
    expect((answer.body as { errors: object[] }).errors).toEqual([
      { path: '$.inputs[0].emailAddress', code: 'validation-failed', message },
      { path: '$.inputs[1].customerRule.dueOption', code: 'validation-failed', message },
      { path: '$.inputs[1].ccEmailAddresses', code: 'validation-failed', message },
      { path: '$.inputs[2]', code: 'constraint-violation', message },
    ]);
  });
});
