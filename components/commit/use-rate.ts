'use client';
import { useEffect, useRef, useState } from 'react';
import { ProgressRate } from './progress-rate';

/** Rows in a second while `done` grows; null while not known. */
export function useRate(done: number): number | null {
  const rate = useRef<ProgressRate>(null);
  const [perSecond, setPerSecond] = useState<number | null>(null);
  useEffect(() => {
    rate.current ??= new ProgressRate();
    rate.current.add(performance.now(), done);
    setPerSecond(rate.current.perSecond);
  }, [done]);
  return perSecond;
}
