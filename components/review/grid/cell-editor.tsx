'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Icon } from '@/components/shell/icon';
import { isLong } from '@/lib/customer/is-long';
import { type CellLook, textOf } from './cell-look';
import type { GridColumn } from './column-plan';
import classes from './editor.module.css';
import { EditorBox } from './editor-box';
import { EditorNote } from './editor-note';
import grid from './grid.module.css';
import { useRules } from './rules';
import { useGridStore } from './use-grid';

const schemaOf = (rule: z.ZodType<string | null> = z.string()) =>
  z.object({ text: rule }) as unknown as z.ZodType<{ text: string | null }, { text: string | null }>;

/**
 * Editing in place: the text stays where it was. Enter and Tab save and move, Escape leaves, Alt+Enter takes the suggestion.
 * Long texts have several lines, and Shift+Enter begins a new one.
 */
export function CellEditor({ column, look, tone }: { column: GridColumn; look: CellLook; tone: CellLook['tone'] }) {
  const store = useGridStore();
  const rules = useRules();
  const row = store.row(store.focus.row);
  const before = row ? textOf(row, column) : '';
  const failure = row && store.edits.failure(row.row, column.field.name);
  const resolver = useMemo(() => zodResolver(schemaOf(rules?.(column))), [rules, column]);
  const form = useForm<{ text: string | null }>({
    defaultValues: { text: store.editing?.seed ?? failure?.mine ?? before },
    mode: 'onChange',
    resolver,
  });
  const input = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const { ref, onBlur, ...field } = form.register('text');
  const long = isLong(column.field);
  const text = () => input.current?.value ?? '';
  const left = useRef(false);
  const save = (move?: 'down' | 'right', value = text()) => {
    if (left.current) return;
    left.current = true;
    store.finishEdit(value, move);
  };
  const issue = form.formState.errors.text;
  const isTouched = form.formState.isDirty || store.editing?.seed !== undefined;
  const suggestion = isTouched ? undefined : look.suggestion;
  const message = isTouched ? issue?.message : (failure?.message ?? look.message);
  const shown = message && (tone === 'warning' && !isTouched ? 'warning' : 'error');

  // What was typed before the rules had come is looked at when they are there.
  const { trigger } = form;
  useEffect(() => {
    if (rules) void trigger('text');
  }, [rules, trigger]);

  const takeFocus = () => {
    const element = input.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.shiftKey && long) return;
    if (event.key === 'Enter' && event.altKey && suggestion) save('down', suggestion);
    else if (event.key === 'Enter') save('down');
    else if (event.key === 'Tab' && !event.shiftKey) save('right');
    else if (event.key === 'Escape') {
      left.current = true;
      store.cancelEdit();
    } else return;
    event.preventDefault();
  };

  const shared = {
    ...field,
    ref: (element: HTMLInputElement | HTMLTextAreaElement | null) => {
      ref(element);
      input.current = element;
    },
    'aria-label': column.field.label,
    'aria-invalid': shown === 'error' || undefined,
    'aria-describedby': message ? 'cell-note' : undefined,
    autoComplete: 'off',
    spellCheck: false,
    onKeyDown,
    onBlur: (event: FocusEvent) => {
      void onBlur(event);
      if (!(event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-cell-note]'))) save();
    },
  };
  return (
    <EditorBox long={long} onShown={takeFocus}>
      {shown && (
        <span className={grid.sign} style={{ color: `var(--${shown})` }}>
          <Icon name={shown} size={14} />
        </span>
      )}
      {long ? <textarea {...shared} className={classes.area} /> : <input {...shared} className={classes.input} />}
      <EditorNote
        anchor={input}
        long={long}
        tone={shown || 'error'}
        message={message}
        suggestion={suggestion}
        onUse={(value) => save('down', value)}
        failure={failure}
        onDiscard={() => {
          left.current = true;
          if (failure) store.edits.discard(failure);
          store.cancelEdit();
        }}
      />
    </EditorBox>
  );
}
