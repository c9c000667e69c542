'use client';
import { Button, CopyButton } from '@mantine/core';
import { formatCount } from '@/components/shell/numbers';
import { ScrollRegion } from '@/components/shell/scroll-region';
import classes from './fact-list.module.css';

/** Longer than this is folded, in lines and in characters. */
const most = { lines: 8, chars: 600 };

/** JSON as people can read it, folded where it is long, to be copied as a whole. */
export function JsonShown({ label, json }: { label: string; json: unknown }) {
  const text = JSON.stringify(json, null, 2);
  const lines = text.split('\n').length;
  const shown = (
    <div className={classes.json}>
      <ScrollRegion aria-label={label}>
        <pre>{text}</pre>
      </ScrollRegion>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-xs" onClick={copy} aria-label={`Copy ${label}`}>
            <span role="status">{copied ? 'Copied' : 'Copy'}</span>
          </Button>
        )}
      </CopyButton>
    </div>
  );
  if (lines <= most.lines && text.length <= most.chars) return shown;
  return (
    <details className={classes.folded}>
      <summary>
        {sizeOf(json)}, {formatCount(lines, 'line')}
      </summary>
      {shown}
    </details>
  );
}

const sizeOf = (json: unknown): string =>
  Array.isArray(json)
    ? `List of ${formatCount(json.length, 'entry', 'entries')}`
    : typeof json === 'object' && json !== null
      ? formatCount(Object.keys(json).length, 'key')
      : 'Text';
