import { Icon } from './icon';
import { kindOrder, kinds } from './kinds';
import classes from './outcome-legend.module.css';

/** What the colours of the outcome bars mean. */
export function OutcomeLegend({ tense = 'outcome' }: { tense?: 'plan' | 'outcome' }) {
  return (
    <ul className={classes.legend} aria-label="Colours of the bars">
      {kindOrder.map((kind) => (
        <li key={kind}>
          <span style={{ color: `var(--${kinds[kind].token})` }}>
            <Icon name={kinds[kind].icon} size={14} />
          </span>
          <span
            className={kind === 'skip' ? `${classes.swatch} ${classes.hatched}` : classes.swatch}
            style={kind === 'skip' ? undefined : { background: `var(--${kinds[kind].token}-bar)` }}
          />
          {tense === 'outcome' ? kinds[kind].outcome : kinds[kind].word}
        </li>
      ))}
    </ul>
  );
}
