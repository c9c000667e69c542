'use client';
import { useEffect, useState } from 'react';
import type { ImportView } from '@/lib/contracts/import-api';
import { ApiProblem, callApi } from './api';
import { isMoving } from './motion';

const pollEvery = 1000;

/**
 * The import as it stands now. While the server works on it, it follows the event stream, and polls where the stream
 * breaks (a proxy that buffers, a lost connection). A new `initial` from the server replaces what was there.
 */
export function useImport(initial: ImportView): ImportView {
  const [view, setView] = useState(initial);
  const [seen, setSeen] = useState(initial);
  if (seen !== initial) {
    setSeen(initial);
    setView(initial);
  }
  const moving = isMoving(view.state);
  useEffect(() => (moving ? follow(initial.id, setView) : undefined), [initial.id, moving]);
  return seen === initial ? view : initial;
}

function follow(id: number, onView: (view: ImportView) => void): () => void {
  const abort = new AbortController();
  const stream = new EventSource(`/api/v1/imports/${id}/progress`);
  stream.onmessage = (event) => {
    const view = JSON.parse(event.data) as ImportView;
    if (!isMoving(view.state)) stream.close();
    onView(view);
  };
  stream.onerror = () => {
    stream.close();
    void poll(id, onView, abort.signal);
  };
  return () => {
    stream.close();
    abort.abort();
  };
}

async function poll(id: number, onView: (view: ImportView) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const view = await callApi<ImportView>('GET', `/imports/${id}`, undefined, signal);
      onView(view);
      if (!isMoving(view.state)) return;
    } catch (error) {
      // Who is led to the sign-in needs no further round.
      if (error instanceof ApiProblem && error.problem.code === 'not_signed_in') return;
      // Not reachable for a moment: the next round asks again.
    }
    await new Promise((done) => setTimeout(done, pollEvery));
  }
}
