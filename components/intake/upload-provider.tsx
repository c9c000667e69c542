'use client';
import { createContext, type ReactNode, useContext, useRef } from 'react';
import { usePermission } from '@/components/shell/who';
import { acceptedExtensions } from '@/lib/intake/accept';
import { type Upload, type UploadState, useUploadState } from './use-upload-state';

interface UploadActions {
  state: UploadState;
  /** Opens the browser's file dialog; the file chosen is sent. */
  choose: (replaces?: number) => void;
  /** Sends a file that was dropped. */
  send: (file: File, replaces?: number) => void;
  cancel: () => void;
  takeCancelled: () => boolean;
}

const Context = createContext<UploadActions | null>(null);

/** One upload at a time for all pages, so that going to another page does not break it off. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const { state, send, cancel, takeCancelled, reset }: Upload = useUploadState();
  const input = useRef<HTMLInputElement>(null);
  const replaced = useRef<number>(undefined);
  const mayUpload = usePermission('imports:write');
  const choose = (replaces?: number) => {
    reset();
    replaced.current = replaces;
    input.current?.click();
  };
  return (
    <Context value={{ state, choose, send, cancel, takeCancelled }}>
      {children}
      {mayUpload && (
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Spreadsheet"
          accept={acceptedExtensions.join(',')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) send(file, replaced.current);
          }}
        />
      )}
    </Context>
  );
}

export function useUpload(): UploadActions {
  const actions = useContext(Context);
  if (!actions) throw new Error('useUpload stands outside of UploadProvider.');
  return actions;
}
