'use client';
import { Button } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { usePermission } from '@/components/shell/who';
import { PageLink } from '../shell/page-link';

/** From the customers to a new import, for those who may upload. */
export function ImportCustomers() {
  if (!usePermission('imports:write')) return null;
  return (
    <Button component={PageLink} href="/imports/new" variant="filled" size="md" leftSection={<Icon name="upload" />}>
      Import customers
    </Button>
  );
}
