import { expect, it } from 'vitest';
import { answered } from './answered.mjs';

const kind = { name: 'progress poll', connections: 4 };
const tally = { statuses: [200, 200, 503, 404], times: [3, 1, 100, 2], errors: 1, timeouts: 2 };

it('counts what was not a success, and what was a failure of the server', () => {
  expect(answered(kind, tally, 2)).toMatchObject({
    requests: 4,
    perSecond: 2,
    non2xx: 2,
    serverErrors: 1,
    timeouts: 2,
  });
});

it('names the time that half and 99 of 100 answers did not exceed', () => {
  const times = Array.from({ length: 200 }, (_, at) => 200 - at);
  expect(answered(kind, { ...tally, times }, 1)).toMatchObject({ p50: 100, p99: 198, most: 200 });
  expect(answered(kind, { ...tally, times: [] }, 1)).toMatchObject({ p50: 0, p99: 0, most: 0 });
});

it('a stream that did not come to its end counts as late', () => {
  const streams = { ...tally, statuses: [200, 200], times: [400, 401], errors: 1, timeouts: 0 };
  expect(answered({ ...kind, stream: true }, streams, 1)).toMatchObject({ timeouts: 1, perSecond: 2 });
});
