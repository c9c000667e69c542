import { useId } from 'react';
import type { Fact } from './customer-facts';
import classes from './fact-list.module.css';
import { RevealValue } from './reveal-value';

/** Facts with their labels; what is not known says so. */
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
  return (
    <section className={classes.root} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <dl className={classes.list}>
        {facts.map(({ label, lines, email, sensitive }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {lines.length === 0 && <span className={classes.blank}>blank</span>}
              {lines.map((line) =>
                sensitive && revealFor ? (
                  <RevealValue key={line} customerId={revealFor} field={sensitive} label={label} masked={line} />
                ) : email ? (
                  <a key={line} href={`mailto:${encodeURIComponent(line)}`}>
                    {line}
                  </a>
                ) : (
                  <span key={line}>{line}</span>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
