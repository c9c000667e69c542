import { Badge } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { showKind } from './show-value';

/** That the customer does not exist any more where it came from. It stays here, and can still be changed. */
export const DeletedTag = ({ at }: { at: string }) => (
  <Badge
    color="warning"
    mt={6}
    h="auto"
    style={{ whiteSpace: 'normal' }}
    leftSection={<Icon name="warning" size={13} />}
    title={at}
  >
    Deleted at the source on {showKind('date', at.slice(0, 10))}
  </Badge>
);
