import type { MouseEvent } from 'react';
import { isSignedIn } from './api';

/** For a link to a file: whose session is over is led to the sign-in instead of getting a file that is none. */
export async function download(event: MouseEvent<HTMLAnchorElement>): Promise<void> {
  event.preventDefault();
  const { href } = event.currentTarget;
  if (!(await isSignedIn())) return;
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
