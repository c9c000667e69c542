import { Icon } from '@/components/shell/icon';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import { Time } from '@/components/shell/time';
import { PageLink } from '../shell/page-link';
import classes from './history.module.css';
import type { HistoryEntry } from './history-entry';

/** One change with the fields it touched. What a customer was created with is folded away. */
export function HistoryItem({ entry }: { entry: HistoryEntry }) {
  const kind = entry.created ? 'create' : 'update';
  return (
    <li className={classes.item}>
      <span className={classes.bullet} style={{ color: `var(--${kind})`, background: `var(--${kind}-tint)` }}>
        <Icon name={kind} />
      </span>
      <div className={classes.body}>
        <p className={classes.line}>
          <b>{entry.title}</b>
          <Time value={entry.at} className={classes.time} />
        </p>
        {entry.importId !== null && (
          <p className={classes.source}>
            <PageLink href={`/imports/${entry.importId}`}>
              {entry.row === null ? 'the import' : `row ${formatNumber(entry.row)}`}
            </PageLink>
          </p>
        )}
        {entry.lines.length > 0 && entry.created && (
          <details className={classes.folded}>
            <summary>{formatCount(entry.lines.length, 'field')} set</summary>
            <Changes entry={entry} />
          </details>
        )}
        {entry.lines.length > 0 && !entry.created && <Changes entry={entry} />}
      </div>
    </li>
  );
}

function Changes({ entry }: { entry: HistoryEntry }) {
  return (
    <dl className={classes.changes}>
      {entry.lines.map((line) => (
        <div key={line.label}>
          <dt>{line.label}</dt>
          <dd>
            {!entry.created && (
              <>
                {line.old === null ? <span className={classes.blank}>blank</span> : <s>{line.old}</s>}
                <Icon name="arrow" size={12} label="became" />
              </>
            )}
            <b>{line.new ?? 'blank'}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
