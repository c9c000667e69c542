'use client';
import type { UseFormReturn } from 'react-hook-form';
import type { EditField, EditGroupFields, FormValues } from './edit-fields';
import classes from './edit-form.module.css';
import { EditInput } from './edit-input';
import { Fold } from './fold';

/** Groups that are there to be filled, also where they are blank. */
const alwaysOpen = new Set<string>(['Identity', 'Names', 'Contact']);

/** The fields of one group, folded where all of them are blank; parts that few addresses have are folded by themselves. */
export function EditGroup({
  section,
  fields,
  more,
  folded,
  form,
  before,
}: EditGroupFields & { form: UseFormReturn<FormValues>; before: FormValues }) {
  const { errors } = form.formState;
  const isWrong = (list: EditField[]) => list.some(({ key }) => errors[key]);
  const filled = (list: EditField[]) => list.filter(({ key }) => before[key]).length;
  const all = [...fields, ...more];
  const inputs = (list: EditField[]) => (
    <div className={classes.fields}>
      {list.map((field) => (
        <EditInput key={field.key} field={field} form={form} before={before[field.key] ?? ''} />
      ))}
    </div>
  );
  const content = (
    <>
      {inputs(fields)}
      {more.length > 0 && (
        <Fold title="More parts" note={noteOf(filled(more))} open={isWrong(more)} className={classes.more}>
          {inputs(more)}
        </Fold>
      )}
    </>
  );
  return (
    <fieldset className={classes.group}>
      {alwaysOpen.has(section) || (filled(all) > 0 && !folded) ? (
        <>
          <legend>{section}</legend>
          {content}
        </>
      ) : (
        <Fold title={section} note={noteOf(filled(all))} open={isWrong(all)} legend>
          {content}
        </Fold>
      )}
    </fieldset>
  );
}

const noteOf = (filled: number): string => (filled === 0 ? 'blank' : `${filled} filled`);
