'use client';
import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import type { Lost } from './use-read-anew';

const shown = 50;

/** Lists what reading the file anew would lose, before it is done. */
export function LostEdits({
  lost,
  onConfirm,
  onCancel,
}: {
  lost: Lost | null;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  return (
    <Modal opened={lost !== null} onClose={onCancel} title={`${formatCount(lost?.length ?? 0, 'edit')} would be lost`}>
      <Text fz="md" mb="sm">
        Read this way, the file no longer has the cells in which you made them.
      </Text>
      <Table aria-label="Edits that would be lost">
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">Row</Table.Th>
            <Table.Th>Column</Table.Th>
            <Table.Th>You typed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lost?.slice(0, shown).map((edit) => (
            <Table.Tr key={`${edit.row} ${edit.column} ${edit.text}`}>
              <Table.Td ta="right">{formatNumber(edit.row)}</Table.Td>
              <Table.Td>{edit.column ?? 'whole row'}</Table.Td>
              <Table.Td>{edit.text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lost && lost.length > shown && (
        <Text fz="sm" mt="xs">
          and {formatNumber(lost.length - shown)} more
        </Text>
      )}
      <Group justify="space-between" mt="lg">
        <Button onClick={onCancel} data-autofocus>
          Leave as it was
        </Button>
        <Button variant="filled" color="var(--danger)" onClick={onConfirm}>
          Read anew and lose {formatCount(lost?.length ?? 0, 'edit')}
        </Button>
      </Group>
    </Modal>
  );
}
