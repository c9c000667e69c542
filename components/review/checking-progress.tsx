'use client';
import { Button, Progress, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi, sentenceOf } from '@/components/shell/api';
import { formatCount, formatNumber, formatPercent } from '@/components/shell/numbers';
import { usePermission } from '@/components/shell/who';
import type { ImportView } from '@/lib/contracts/import-api';
import classes from './review.module.css';

/** While the rows are checked: how far it is, and Cancel. The grid opens by itself afterwards. */
export function CheckingProgress({ view }: { view: ImportView }) {
  const router = useRouter();
  const mayWrite = usePermission('imports:write');
  const [cancelling, setCancelling] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { done, total } = view.progress;
  // Read once more to protect a column, it is told in bytes.
  const isReading = view.state === 'reading';
  const known = total !== null && total > 0 && !isReading;
  const cancel = async () => {
    setCancelling(true);
    try {
      await callApi('DELETE', `/imports/${view.id}`);
      router.push('/imports');
    } catch (error) {
      setCancelling(false);
      setRefusal(sentenceOf(error));
    }
  };
  return (
    <div className={classes.checking}>
      <div className={classes.checkingHead}>
        <Title order={1} fz={26} lh="34px">
          {isReading
            ? 'Reading the file again, protected'
            : known
              ? `Checking ${formatCount(total, 'row')}`
              : 'Checking the rows'}
        </Title>
        {known && (
          <Title order={2} component="span" fz={26} lh="34px">
            {formatPercent(done, total)}
          </Title>
        )}
      </div>
      <Progress.Root size={10} radius={2}>
        <Progress.Section
          value={total ? (done / total) * 100 : 0}
          color="var(--focus)"
          aria-label={isReading ? 'Read' : 'Rows checked'}
        />
      </Progress.Root>
      <div className={classes.checkingLine} role="status">
        <span>
          {isReading
            ? formatPercent(done, total ?? 0)
            : known
              ? `${formatNumber(done)} of ${formatCount(total, 'row')}`
              : formatCount(done, 'row so far', 'rows so far')}
        </span>
      </div>
      {mayWrite && (
        <Button onClick={() => void cancel()} loading={cancelling}>
          Cancel this import
        </Button>
      )}
      {refusal && (
        <p role="alert" style={{ color: 'var(--error)' }}>
          {refusal}
        </p>
      )}
    </div>
  );
}
