'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { may, type Person } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';

const Context = createContext<Person | null>(null);

/** Tells all parts of the page who is signed in. */
export function WhoProvider({ who, children }: { who: Person; children: ReactNode }) {
  return <Context value={who}>{children}</Context>;
}

export function useWho(): Person {
  const who = useContext(Context);
  if (!who) throw new Error('useWho stands outside of WhoProvider.');
  return who;
}

/** Whether the person may do something, so that a page shows no control that would be refused. The server looks again. */
export const usePermission = (needed: Permission): boolean => may(useWho(), needed);
