'use client';
import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './sentence-radios.module.css';

/** A choice in plain words: each answer with the sentence that says what follows from it. A question waits for one. */
export function SentenceRadios<Value extends string>({
  title,
  question,
  firstId,
  value,
  choices,
  onChange,
}: {
  title: string;
  question?: ReactNode;
  /** Names the first answer, so that the focus can be brought there. */
  firstId?: string;
  value: Value | null;
  choices: { value: Value; label: string; sentence: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <section>
      <Radio.Group
        label={title}
        description={question || undefined}
        value={value}
        onChange={(next) => onChange(next as Value)}
        classNames={{ label: classes.title, description: classes.question }}
      >
        <Stack gap={10}>
          {choices.map(({ value: choice, label, sentence }, index) => (
            <Radio
              key={choice}
              id={index === 0 ? firstId : undefined}
              value={choice}
              label={label}
              description={sentence}
              classNames={{ label: classes.label, description: classes.sentence }}
              data-chosen={choice === value || undefined}
              fw={choice === value ? 600 : 400}
            />
          ))}
        </Stack>
      </Radio.Group>
    </section>
  );
}
