'use client';
import { useMounted } from './use-mounted';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** A moment: in UTC from the server, in the browser's zone once it is there (“today 14:02”), the full date in the title. */
export function Time({ value, className }: { value: string; className?: string }) {
  const mounted = useMounted();
  const date = new Date(value);
  return (
    <time dateTime={value} title={mounted ? fullLocal(date) : fullUtc(date)} className={className}>
      {mounted ? formatLocal(date, new Date()) : formatUtc(date)}
    </time>
  );
}

const formatUtc = (date: Date) =>
  `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;

const fullUtc = (date: Date) => `${date.toISOString().slice(0, 10)} ${date.toISOString().slice(11, 19)} UTC`;

/** `today 14:02`, `yesterday 16:31`, `18 Nov 15:12`, and in another year `14 Jan 2025`. */
export function formatLocal(date: Date, now: Date): string {
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  const day = `${date.getDate()} ${months[date.getMonth()]}`;
  if (date.toDateString() === now.toDateString()) return `today ${clock}`;
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === yesterday.toDateString()) return `yesterday ${clock}`;
  return date.getFullYear() === now.getFullYear() ? `${day} ${clock}` : `${day} ${date.getFullYear()}`;
}

const fullLocal = (date: Date) => date.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'long' });
