'use client';
import { Alert, Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { importLabel } from '@/components/review/plan-numbers';
import { ApiProblem, act, sentenceOf } from '@/components/shell/api';
import { Icon } from '@/components/shell/icon';
import { formatNumber } from '@/components/shell/numbers';
import type { ImportView, SubmitAnswer } from '@/lib/contracts/import-api';
import type { Submit } from './submit';

/** The one button that writes. Pressed twice it submits once; a refusal says why, with the numbers as they are now. */
export function CommitButton({ view, submit, onStarted }: { view: ImportView; submit: Submit; onStarted: () => void }) {
  const router = useRouter();
  const sent = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  const press = async () => {
    if (sent.current) return;
    sent.current = true;
    setBusy(true);
    setRefusal('');
    try {
      const answer = await act(() => submit({ importId: view.id, revision: view.revision }));
      if (answer.status === 'started') return onStarted();
      if (answer.status === 'committed') return router.push(`/imports/${view.id}/report`);
      setRefusal(refusalOf(answer));
      router.refresh();
    } catch (error) {
      // The answer is lost, and the rows may be in: the worker finishes a commit that has begun.
      setRefusal(error instanceof ApiProblem ? sentenceOf(error) : unanswered);
    }
    sent.current = false;
    setBusy(false);
  };

  return (
    <div>
      <Button variant="filled" size="lg" fullWidth loading={busy} onClick={() => void press()}>
        {importLabel(view.totals)}
      </Button>
      {refusal && (
        <Alert
          role="alert"
          variant="light"
          color="warning"
          mt={12}
          icon={<Icon name="warning" />}
          styles={{ message: { color: 'var(--ink)' } }}
        >
          {refusal}
        </Alert>
      )}
    </div>
  );
}

export function refusalOf({ reason, totals }: Extract<SubmitAnswer, { status: 'refused' }>): string {
  const { create, update } = totals.dispositions;
  return reason === 'stale'
    ? `Nothing was imported, because the rows changed since this page was opened. Now ${formatNumber(create)} would be created and ${formatNumber(update)} updated. Look at the numbers and press again.`
    : 'Nothing was imported from here: this import is no longer in review. The page shows how it stands now.';
}

const unanswered =
  'No answer came, so the import may have been submitted. Reload this page to see. Pressing again is safe: nothing is imported twice.';
