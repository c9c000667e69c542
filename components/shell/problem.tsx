'use client';
import { Alert, type MantineSpacing } from '@mantine/core';
import { Icon } from './icon';

/** What stands against it, said at once to those who cannot see it. */
export function Problem({
  sentence,
  mt,
  mb,
}: {
  sentence: string | null | undefined;
  mt?: MantineSpacing;
  mb?: MantineSpacing;
}) {
  return (
    <div role="alert">
      {sentence && (
        <Alert color="error" icon={<Icon name="error" />} mt={mt} mb={mb} role="presentation">
          {sentence}
        </Alert>
      )}
    </div>
  );
}
