'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { sentenceOf } from '@/components/shell/api';
import { FieldError } from '@/components/shell/field-error';
import { Problem } from '@/components/shell/problem';
import { type AttributeDefinition, attributeShape } from '@/lib/customer/attribute';
import type { AttributeInput } from './attribute-actions';
import { typeWords } from './attribute-words';
import classes from './attributes-page.module.css';
import { NewAttributeFields } from './new-attribute-fields';
import { OptionsField } from './options-field';
import type { Save } from './save-attribute';

const blank: AttributeInput = { name: '', label: '', class: '', type: 'text', options: [], description: '' };

/** The form for a new attribute, or for what can be changed of one that is there. */
export function AttributeForm({
  definition,
  save,
  onSaved,
  onClose,
}: {
  definition?: AttributeDefinition;
  save: Save;
  onSaved: () => void;
  onClose: () => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ defaultValues: filled(definition), resolver: zodResolver(attributeShape) });
  const { errors, isSubmitting } = form.formState;
  const send = async (values: AttributeInput) => {
    setProblem(null);
    try {
      const against = await save(values);
      if (!against) return onSaved();
      if (against.field) form.setError(against.field, { message: against.sentence }, { shouldFocus: true });
      else setProblem(against.sentence);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const verb = definition ? 'Change the attribute' : 'Define the attribute';
  const told = (message?: string) => message && <FieldError message={message} />;
  return (
    <form noValidate className={classes.form} onSubmit={form.handleSubmit(send)} aria-label={verb}>
      <Problem sentence={problem} />
      {definition ? <FixedParts definition={definition} /> : <NewAttributeFields form={form} />}
      {form.watch('type') === 'list' && <OptionsField form={form} />}
      <TextInput
        label="Label"
        description="What people read instead of the name"
        autoComplete="off"
        data-autofocus={definition ? true : undefined}
        error={told(errors.label?.message)}
        {...form.register('label')}
      />
      <Textarea
        label="Description"
        description="What it means, for whoever maps a column to it"
        autosize
        minRows={2}
        maxRows={6}
        error={told(errors.description?.message)}
        {...form.register('description')}
      />
      <Group justify="space-between">
        <Button onClick={onClose}>{definition ? 'Leave it as it is' : 'Define nothing'}</Button>
        <Button type="submit" variant="filled" loading={isSubmitting}>
          {verb}
        </Button>
      </Group>
    </form>
  );
}

const filled = (definition?: AttributeDefinition): AttributeInput =>
  definition ? { ...definition, label: definition.label ?? '', description: definition.description ?? '' } : blank;

function FixedParts({ definition: { name, class: ofClass, type } }: { definition: AttributeDefinition }) {
  const parts = [typeWords[type], ofClass && `class ${ofClass}`].filter(Boolean).join(', ');
  return (
    <p className={classes.fixed}>
      <span className={classes.name}>attribute.{name}</span>: {parts}. Name, type and class stay: mappings and what
      customers have rely on them.
      {type === 'list' && ' A value that customers have stays when its option goes.'}
    </p>
  );
}
