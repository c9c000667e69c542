import { useId } from 'react';
import type { Fact } from './customer-facts';
import classes from './fact-list.module.css';

/** Facts with their labels; what is not known says so. */
export function FactList({ title, facts }: { title: string; facts: Fact[] }) {
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <dl className={classes.list}>
        {facts.map(({ label, lines, email }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {lines.length === 0 && <span className={classes.blank}>blank</span>}
              {lines.map((line) =>
                email ? (
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
