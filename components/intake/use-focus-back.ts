'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { useUpload } from './upload-provider';

/** For the button that chooses a file: it has the focus again after the file was refused or its upload cancelled. */
export function useFocusBack(): RefObject<HTMLButtonElement | null> {
  const { state, takeCancelled } = useUpload();
  const button = useRef<HTMLButtonElement>(null);
  const { status } = state;
  useEffect(() => {
    if (status === 'refused' || (status === 'idle' && takeCancelled())) button.current?.focus();
  }, [status, takeCancelled]);
  return button;
}
