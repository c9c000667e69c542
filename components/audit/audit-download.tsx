'use client';
import { Button } from '@mantine/core';
import { download } from '@/components/shell/download';
import { Icon } from '@/components/shell/icon';

/** All entries that fit the filter, as a file. */
export function AuditDownload({ href }: { href: string }) {
  return (
    <Button component="a" href={href} download onClick={download} leftSection={<Icon name="download" />}>
      Download as CSV
    </Button>
  );
}
