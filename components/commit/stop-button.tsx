'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { callApi, sentenceOf } from '@/components/shell/api';

/** Ends the commit after the rows it is writing now. */
export function StopButton({ id }: { id: number }) {
  const [stopping, setStopping] = useState(false);
  const [refusal, setRefusal] = useState('');
  const stop = async () => {
    setStopping(true);
    setRefusal('');
    try {
      await callApi('DELETE', `/imports/${id}`);
    } catch (error) {
      setStopping(false);
      setRefusal(sentenceOf(error));
    }
  };
  return (
    <>
      <Button disabled={stopping} onClick={() => void stop()}>
        {stopping ? 'Stopping after this batch' : 'Stop after this batch'}
      </Button>
      {refusal && (
        <span role="alert" style={{ color: 'var(--error)' }}>
          {refusal}
        </span>
      )}
    </>
  );
}
