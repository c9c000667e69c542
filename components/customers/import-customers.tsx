'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { Icon } from '@/components/shell/icon';
import { usePermission } from '@/components/shell/who';

/** From the customers to a new import, for those who may upload. */
export function ImportCustomers() {
  if (!usePermission('imports:write')) return null;
  return (
    <Button component={Link} href="/imports/new" variant="filled" size="md" leftSection={<Icon name="upload" />}>
      Import customers
    </Button>
  );
}
