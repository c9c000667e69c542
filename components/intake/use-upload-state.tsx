'use client';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { usePathname, useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ApiProblem, callApi, isSignedIn, sentenceOf } from '@/components/shell/api';
import type { ImportView } from '@/lib/contracts/import-api';
import { refuseByName } from '@/lib/intake/accept';
import { PageLink } from '../shell/page-link';
import { sendFile } from './send-file';

export type UploadState =
  | { status: 'idle' }
  | { status: 'sending'; name: string; size: number; sent: number; startedAt: number; now: number }
  | { status: 'refused'; sentence: string };

export interface Upload {
  state: UploadState;
  send: (file: File, replaces?: number) => void;
  cancel: () => void;
  /** True once after a cancel: for the one who gives the focus a place again. */
  takeCancelled: () => boolean;
  /** Takes an old refusal away, so that the next one is announced anew. */
  reset: () => void;
}

/** Sends one file: refused at once where its name or size say so; opens the new import when it has arrived. */
export function useUploadState(): Upload {
  const [state, setState] = useState<UploadState>({ status: 'idle' });
  const abort = useRef<() => void>(null);
  const cancelled = useRef(false);
  const arrived = useArrival();
  useWarnBeforeClosing(state.status === 'sending');

  const send = (file: File, replaces?: number) => {
    if (abort.current) return;
    const refusal = refuseByName(file.name, file.size);
    if (refusal) return setState({ status: 'refused', sentence: refusal });
    const startedAt = performance.now();
    const sending = { status: 'sending', name: file.name, size: file.size, startedAt } as const;
    setState({ ...sending, sent: 0, now: startedAt });
    const { answer, abort: stop } = sendFile(file, (sent) =>
      setState({ ...sending, sent: Math.min(sent, file.size), now: performance.now() }),
    );
    abort.current = stop;
    answer
      .then(async (view) => {
        if (replaces) await callApi('DELETE', `/imports/${replaces}`).catch(() => undefined);
        setState({ status: 'idle' });
        arrived(view);
      })
      .catch((error: unknown) => {
        const aborted = error instanceof DOMException && error.name === 'AbortError';
        // At once, so that the page no longer asks before it is left for the sign-in.
        flushSync(() => setState(aborted ? { status: 'idle' } : { status: 'refused', sentence: sentenceOf(error) }));
        if (mayBeSignedOut(error)) void isSignedIn();
      })
      .finally(() => {
        abort.current = null;
      });
  };
  const reset = () => setState((now) => (now.status === 'refused' ? { status: 'idle' } : now));
  const cancel = () => {
    cancelled.current = abort.current !== null;
    abort.current?.();
  };
  const takeCancelled = useCallback(() => {
    const was = cancelled.current;
    cancelled.current = false;
    return was;
  }, []);
  return { state, send, reset, cancel, takeCancelled };
}

/** A refusal that comes before the file is through can reach the browser as a broken connection. */
const mayBeSignedOut = (error: unknown): boolean =>
  error instanceof ApiProblem && ['not_signed_in', 'unreachable'].includes(error.problem.code);

/** Goes to the new import, or says that it is there where the person has gone on to another page meanwhile. */
function useArrival() {
  const router = useRouter();
  const path = usePathname();
  const here = useRef(path);
  useEffect(() => {
    here.current = path;
  }, [path]);
  return (view: ImportView) => {
    const href = `/imports/${view.id}/intake`;
    if (here.current === '/imports' || here.current === '/imports/new' || here.current.endsWith('/intake')) {
      router.push(href);
      router.refresh();
      return;
    }
    const id = `arrived-${view.id}`;
    const link = (
      <Anchor component={PageLink} href={href} fz="sm" onClick={() => notifications.hide(id)}>
        Open the import
      </Anchor>
    );
    notifications.show({ id, title: `${view.file.name} is here`, message: link, autoClose: false });
  };
}

function useWarnBeforeClosing(active: boolean) {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [active]);
}
