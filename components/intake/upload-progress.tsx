'use client';
import { Button, Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '@/components/shell/icon';
import { formatDuration, formatPercent, formatSize, formatSizeOf } from '@/components/shell/numbers';
import classes from './upload-progress.module.css';
import { useUpload } from './upload-provider';
import type { UploadState } from './use-upload-state';

/** A file on its way: name, size, percent, speed, time left and a way to stop it. */
export function UploadProgress({ upload }: { upload: Extract<UploadState, { status: 'sending' }> }) {
  const { cancel } = useUpload();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const { name, size, sent, startedAt, now } = upload;
  const seconds = (now - startedAt) / 1000;
  // The first moments say nothing about the speed.
  const speed = seconds > 0.5 ? sent / seconds : 0;
  const complete = sent >= size;
  return (
    <section className={classes.card} aria-label={`Upload of ${name}`}>
      <span className={classes.icon}>
        <Icon name="sheet" size={20} />
      </span>
      <div className={classes.body}>
        <div className={classes.line}>
          <b className={classes.name}>{name}</b>
          <span>{formatPercent(sent, size)}</span>
        </div>
        <Progress
          value={(sent / size) * 100}
          size={6}
          color="var(--focus)"
          aria-label={`Upload of ${name}`}
          transitionDuration={200}
        />
        <div className={classes.line}>
          <span>
            {formatSizeOf(sent, size)}
            {speed > 0 && !complete && ` · ${formatSize(speed)}/s`}
          </span>
          <span>
            {complete
              ? 'Received, one moment…'
              : speed > 0
                ? `about ${formatDuration((size - sent) / speed)} left`
                : ''}
          </span>
        </div>
      </div>
      <Button ref={button} onClick={cancel}>
        Cancel
      </Button>
    </section>
  );
}
