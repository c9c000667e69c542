import { expect, it } from 'vitest';
import { withStore } from '../testing/test-store';
import { countAttempt, forgetAccount, forgetAttempt, signInLimits } from './throttle';

const store = withStore();

it('what the account refuses costs nobody else at the same address anything', async () => {
  for (let at = 0; at < signInLimits.perAddress * 2; at++) await countAttempt(store(), 'busy@example.com', '10.0.0.1');
  expect(await countAttempt(store(), 'busy@example.com', '10.0.0.1')).toBeGreaterThan(0);
  expect(await countAttempt(store(), 'other@example.com', '10.0.0.1')).toBe(0);
  await forgetAccount(store(), 'busy@example.com');
  expect(await countAttempt(store(), 'busy@example.com', '10.0.0.1')).toBe(0);
});

it('what the address refuses is not held against the account', async () => {
  for (let at = 0; at < signInLimits.perAddress; at++) await countAttempt(store(), `p${at}@example.com`, '10.0.0.2');
  for (let at = 0; at < signInLimits.perAccount * 2; at++) {
    expect(await countAttempt(store(), 'ann@example.com', '10.0.0.2')).toBeGreaterThan(0);
  }
  expect(await countAttempt(store(), 'ann@example.com', '10.0.0.3')).toBe(0);
});

it('no stranger keeps somebody out of where they usually sign in, and nobody guesses more there', async () => {
  const [email, usual, stranger] = ['owner@example.com', '10.0.1.1', '10.0.1.9'];
  const tryTimes = async (address: string, times: number) => {
    let wait = 0;
    for (let at = 0; at < times; at++) wait = await countAttempt(store(), email, address);
    return wait;
  };
  expect(await tryTimes(usual, 1)).toBe(0);
  await forgetAttempt(store(), email, usual);
  expect(await tryTimes(stranger, signInLimits.perAccount + 1)).toBeGreaterThan(0);
  expect(await tryTimes('10.0.1.2', 1)).toBeGreaterThan(0);
  expect(await tryTimes(usual, signInLimits.perAccount)).toBe(0);
  expect(await tryTimes(usual, 1)).toBeGreaterThan(0);
  // As a new password does it.
  await forgetAccount(store(), email);
  expect(await tryTimes(usual, 1)).toBe(0);
});
