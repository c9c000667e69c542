import { Icon } from '@/components/shell/icon';
import { initialsOf } from '@/components/shell/initials';
import type { ChangeView, CustomerView } from '@/lib/contracts/customer-api';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { PageLink } from '../shell/page-link';
import { addressFacts } from './address-facts';
import {
  accountFacts,
  attributeFacts,
  contactFacts,
  furtherFacts,
  identityFacts,
  type Related,
} from './customer-facts';
import { nameOf } from './customer-name';
import classes from './customer-page.module.css';
import { DeletedTag } from './deleted-tag';
import { EditSwitch } from './edit-switch';
import { FactList } from './fact-list';
import { History } from './history';
import { historyOf } from './history-entry';

/** One customer: all that is known, and how it came to be. */
export function CustomerPage({
  customer,
  related,
  changes,
  attributes,
  mayReveal,
}: {
  customer: CustomerView;
  related: Related;
  changes: ChangeView[];
  attributes: AttributeDefinition[];
  /** The person may see sensitive values. */
  mayReveal: boolean;
}) {
  const name = nameOf(customer);
  const { company, debtorId, deletedAt } = customer;
  const about = [company !== name && company, debtorId && `debtor ID ${debtorId}`].filter(Boolean).join(' · ');
  return (
    <div className={classes.page}>
      <nav className={classes.path} aria-label="Path">
        <PageLink href="/customers">Customers</PageLink>
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
              {deletedAt && <DeletedTag at={deletedAt} />}
            </div>
          </>
        }
      >
        <div className={classes.columns}>
          <div className={classes.facts}>
            <FactList title="Contact" facts={contactFacts(customer)} />
            <FactList title="Addresses" facts={addressFacts(customer)} />
            <FactList title="Account" facts={accountFacts(customer, related)} />
            <FactList title="Attributes" facts={attributeFacts(customer, attributes)} />
            <FactList title="Further data" facts={furtherFacts(customer)} />
            <FactList
              title="Identity"
              facts={identityFacts(customer)}
              revealFor={mayReveal ? customer.id : undefined}
            />
          </div>
          <History entries={changes.map((change) => historyOf(change, attributes))} />
        </div>
      </EditSwitch>
    </div>
  );
}
