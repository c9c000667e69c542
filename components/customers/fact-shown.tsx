import { Time } from '@/components/shell/time';
import { PageLink } from '../shell/page-link';
import { AddressShown } from './address-shown';
import type { FactValue } from './fact';
import classes from './fact-list.module.css';
import { JsonShown } from './json-shown';
import { PhoneShown } from './phone-shown';
import { RevealValue } from './reveal-value';

/** The value of one fact. */
export function FactShown({ label, value, revealFor }: { label: string; value: FactValue; revealFor?: number }) {
  switch (value.kind) {
    case 'lines':
      return value.lines.map((line) => <span key={line}>{line}</span>);
    case 'typed':
      return (
        <span>
          {value.text} <span className={classes.type}>{value.type}</span>
        </span>
      );
    case 'emails':
      return (
        <span className={classes.emails}>
          {[...new Set(value.emails)].map((email) => (
            <a key={email} href={`mailto:${encodeURIComponent(email)}`}>
              {email}
            </a>
          ))}
        </span>
      );
    case 'phone':
      return (
        <span>
          <PhoneShown {...value} />
        </span>
      );
    case 'moment':
      return <Time value={value.at} />;
    case 'link':
      return <PageLink href={value.href}>{value.text}</PageLink>;
    case 'json':
      return <JsonShown label={label} json={value.json} />;
    case 'address':
      return <AddressShown {...value} />;
    case 'sensitive':
      return revealFor ? (
        <RevealValue customerId={revealFor} field={value.field} label={label} masked={value.masked} />
      ) : (
        <span>{value.masked}</span>
      );
  }
}
