import { Icon, type IconName } from '@/components/shell/icon';
import { kinds } from '@/components/shell/kinds';
import { formatNumber } from '@/components/shell/numbers';
import { OutcomeBar } from '@/components/shell/outcome-bar';
import classes from './door.module.css';

const example = { create: 212, update: 4871, unchanged: 26_381, skip: 0, conflict: 3, failed: 10 };
const words = { create: 'created', update: 'updated', unchanged: 'unchanged', conflict: 'conflict', failed: 'failed' };
const promises: [IconName, string][] = [
  ['search', 'Every row is checked and shown before anything is written.'],
  ['download', 'Every row gets an outcome, in a report to download.'],
  ['clock', 'Close the browser at any time. Your work is kept.'],
];

/** What the desk is for. The numbers are an example, and hidden from those who would hear them read out. */
export function DoorAside() {
  return (
    <aside className={classes.aside} aria-label="About Import Desk">
      <p className={classes.claim}>
        Spreadsheets in.
        <br />
        An outcome for every row.
      </p>
      <div className={classes.card} aria-hidden="true">
        <div className={classes.cardHead}>
          <Icon name="sheet" size={18} />
          <b>An example</b>
        </div>
        <OutcomeBar counts={example} tense="outcome" size={10} />
        <dl className={classes.numbers}>
          {Object.entries(words).map(([kind, word]) => (
            <div key={kind}>
              <dt>
                <span style={{ color: `var(--${kind === 'failed' ? 'error' : kind})`, display: 'flex' }}>
                  <Icon name={kinds[kind as keyof typeof kinds].icon} />
                </span>
                {word}
              </dt>
              <dd>{formatNumber(example[kind as keyof typeof example])}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ul className={classes.promises}>
        {promises.map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} />
            {text}
          </li>
        ))}
      </ul>
    </aside>
  );
}
