import Link from 'next/link';
import { Icon } from '@/components/shell/icon';
import { initialsOf } from '@/components/shell/initials';
import type { ChangeView, CustomerView } from '@/lib/contracts/customer-api';
import { addressFacts, contactFacts, identityFacts } from './customer-facts';
import { nameOf } from './customer-name';
import classes from './customer-page.module.css';
import { EditSwitch } from './edit-switch';
import { FactList } from './fact-list';
import { History } from './history';
import { historyOf } from './history-entry';

/** One customer: what is known, and how it came to be. */
export function CustomerPage({
  customer,
  changes,
  mayReveal,
}: {
  customer: CustomerView;
  changes: ChangeView[];
  /** The person may see sensitive values. */
  mayReveal: boolean;
}) {
  const name = nameOf(customer);
  const { company, debtorId } = customer.values;
  const about = [company !== name && company, debtorId && `debtor ID ${debtorId}`].filter(Boolean).join(' · ');
  return (
    <div className={classes.page}>
      <nav className={classes.path} aria-label="Path">
        <Link href="/customers">Customers</Link>
        <Icon name="right" size={14} />
        <span>{debtorId ?? customer.id}</span>
      </nav>
      <EditSwitch
        customer={customer}
        head={
          <>
            <span className={classes.initials} aria-hidden="true">
              {initialsOf(name)}
            </span>
            <div className={classes.names}>
              <h1 className={classes.title}>{name}</h1>
              {about && <p className={classes.about}>{about}</p>}
            </div>
          </>
        }
      >
        <div className={classes.columns}>
          <div className={classes.facts}>
            <FactList title="Contact" facts={contactFacts(customer)} />
            <FactList title="Addresses" facts={addressFacts(customer)} />
            <FactList
              title="Identity"
              facts={identityFacts(customer)}
              revealFor={mayReveal ? customer.id : undefined}
            />
          </div>
          <History entries={changes.map(historyOf)} />
        </div>
      </EditSwitch>
    </div>
  );
}
