'use client';
import { useEffect, useRef, useState } from 'react';
import type { IssueGroup } from '@/lib/contracts/row-api';
import type { GridStore } from './grid/grid-store';
import { useGrid } from './grid/use-grid';

/** After the last of a series of edits, wait this long (ms) before the causes are counted anew. */
const settle = 400;

/** The causes, counted anew after edits; null until they were counted the first time. */
export function useIssues(store: GridStore, first: IssueGroup[] | null): readonly IssueGroup[] | null {
  const [groups, setGroups] = useState<readonly IssueGroup[] | null>(first);
  const revision = useGrid((grid) => grid.revision);
  const seen = useRef(first ? revision : -1);
  useEffect(() => {
    if (seen.current === revision) return;
    const wait = seen.current === -1 ? 0 : settle;
    seen.current = revision;
    const timer = setTimeout(() => {
      store.api.issues().then(setGroups, () => {
        // The causes keep their last numbers; the next edit asks again.
      });
    }, wait);
    return () => clearTimeout(timer);
  }, [store, revision]);
  return groups;
}
