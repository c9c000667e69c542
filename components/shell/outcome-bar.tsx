import { type KindCounts, kindOrder, kinds } from './kinds';
import { formatNumber } from './numbers';
import classes from './outcome-bar.module.css';

/** Rows by kind as one stacked bar. Its name holds the same numbers; a sentence beside it is up to the page. */
export function OutcomeBar({
  counts,
  tense = 'plan',
  size = 8,
  className,
}: {
  counts: KindCounts;
  /** `plan`: “6,412 create”, `outcome`: “6,412 created”. */
  tense?: 'plan' | 'outcome';
  size?: 8 | 10;
  className?: string;
}) {
  const present = kindOrder.filter((kind) => counts[kind] > 0);
  return (
    <div
      role="img"
      aria-label={describeCounts(counts, tense)}
      className={className ? `${classes.bar} ${className}` : classes.bar}
      style={{ height: size }}
    >
      {present.map((kind) => (
        <span
          key={kind}
          className={kind === 'skip' ? classes.hatched : undefined}
          style={{ flexGrow: counts[kind], backgroundColor: barColor(kind) }}
        />
      ))}
    </div>
  );
}

/** `6,412 create, 3,462 update`: what occurs, in the order of the kinds. */
export function describeCounts(counts: KindCounts, tense: 'plan' | 'outcome'): string {
  const said = kindOrder
    .filter((kind) => counts[kind] > 0)
    .map(
      (kind) =>
        `${formatNumber(counts[kind])} ${tense === 'plan' ? kinds[kind].word.toLowerCase() : kinds[kind].outcome}`,
    );
  return said.join(', ') || 'No rows';
}

const barColor = (kind: (typeof kindOrder)[number]) =>
  kind === 'skip' ? undefined : `var(--${kinds[kind].token}-bar)`;
