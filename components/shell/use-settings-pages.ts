'use client';
import { may } from '@/lib/auth/actor';
import { settingsPages } from './destinations';
import { useWho } from './who';

/** The pages of Settings that the person may open. */
export function useSettingsPages() {
  const who = useWho();
  return settingsPages.filter(({ needed }) => may(who, needed));
}
