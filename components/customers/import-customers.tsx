'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { Icon } from '@/components/shell/icon';

/** From the customers to a new import. */
export function ImportCustomers() {
  return (
    <Button component={Link} href="/imports/new" variant="filled" size="md" leftSection={<Icon name="upload" />}>
      Import customers
    </Button>
  );
}
