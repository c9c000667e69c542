'use client';
import { Radio, Stack } from '@mantine/core';
import classes from './sentence-radios.module.css';

/** A choice in plain words: each answer with the sentence that says what follows from it. */
export function SentenceRadios<Value extends string>({
  title,
  value,
  choices,
  onChange,
}: {
  title: string;
  value: Value | null;
  choices: { value: Value; label: string; sentence: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <section>
      <Radio.Group
        label={title}
        value={value}
        onChange={(next) => onChange(next as Value)}
        styles={{ label: { marginBottom: 10 } }}
      >
        <Stack gap={10}>
          {choices.map(({ value: choice, label, sentence }) => (
            <Radio
              key={choice}
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
