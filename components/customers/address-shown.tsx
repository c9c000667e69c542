import { Badge } from '@mantine/core';
import type { FactValue } from './fact';
import classes from './fact-list.module.css';
import { PhoneShown } from './phone-shown';

/** An address as on an envelope, and below it what else is known of it. */
export function AddressShown({ lines, parts, isDefault }: Extract<FactValue, { kind: 'address' }>) {
  return (
    <div className={classes.address}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {parts.map(({ label, text, href, e164 }) => (
        <span key={label} className={classes.part}>
          <span className={classes.blank}>{label}</span>{' '}
          {href ? (
            <a
              href={href}
              {...(href.startsWith('mailto:') ? {} : { rel: 'noopener noreferrer nofollow', target: '_blank' })}
            >
              {text}
            </a>
          ) : (
            <PhoneShown text={text} e164={e164 ?? null} />
          )}
        </span>
      ))}
      {isDefault && (
        <Badge variant="outline" color="unchanged" size="sm">
          default
        </Badge>
      )}
    </div>
  );
}
