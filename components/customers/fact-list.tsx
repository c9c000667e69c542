import { useId } from 'react';
import type { Fact } from './fact';
import classes from './fact-list.module.css';
import { FactShown } from './fact-shown';

/** Facts with their labels, under a heading; nothing where there are none. */
export function FactList({
  title,
  facts,
  revealFor,
}: {
  title: string;
  facts: Fact[];
  /** The customer whose sensitive values the person may see. */
  revealFor?: number;
}) {
  const id = useId();
  if (facts.length === 0) return null;
  return (
    <section className={classes.root} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <dl className={classes.list}>
        {facts.map(({ key, label, value }) => (
          <div key={key} className={value.kind === 'json' ? classes.wide : undefined}>
            <dt>{label}</dt>
            <dd>
              <FactShown label={label} value={value} revealFor={revealFor} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
