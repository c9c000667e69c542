import { expect, it } from 'vitest';
import type { Rate } from '../auth/seconds-to-wait';
import { rateHeaders } from './rate-headers';

const rate = (more: Partial<Rate>): Rate => ({
  of: 'key',
  limit: 1200,
  windowSeconds: 60,
  remaining: 1199,
  resetSeconds: 42,
  waitSeconds: 0,
  ...more,
});

it('who asks is told the policy and what is left of it', () => {
  expect(rateHeaders([rate({})])).toEqual({
    'ratelimit-policy': '"key";q=1200;w=60',
    ratelimit: '"key";r=1199;t=42',
  });
  expect(rateHeaders([])).toEqual({});
});

it('of two policies the one with the least left is told, and who has to wait is told how long', () => {
  expect(rateHeaders([rate({ of: 'sender', remaining: 0, waitSeconds: 42 }), rate({ remaining: 3 })])).toEqual({
    'ratelimit-policy': '"sender";q=1200;w=60, "key";q=1200;w=60',
    ratelimit: '"sender";r=0;t=42',
    'retry-after': '42',
  });
});
