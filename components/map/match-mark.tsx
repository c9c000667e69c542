import { Icon, type IconName } from '@/components/shell/icon';
import type { ColumnMapping } from '@/lib/mapping';
import classes from './map-table.module.css';

/** How a column came to its field. Only a guess asks to be looked at. */
export function MatchMark({ mapped }: { mapped: ColumnMapping }) {
  const { icon, word, color } = lookOf(mapped);
  return (
    <span className={classes.mark} style={{ color: `var(--${color})` }}>
      <Icon name={icon} size={14} />
      {word}
    </span>
  );
}

function lookOf({ field, reason, confidence }: ColumnMapping): { icon: IconName; word: string; color: string } {
  if (field === null) return { icon: 'skip', word: 'Ignored', color: 'skip' };
  if (reason === 'person') return { icon: 'check', word: 'Chosen', color: 'create' };
  if (reason !== 'guess') return { icon: 'check', word: 'Same name', color: 'create' };
  const sure = confidence === undefined ? '' : `, ${Math.round(confidence * 100)} %`;
  return { icon: 'help', word: `Guess${sure}`, color: 'warning' };
}
