'use client';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { ApiProblem, callApi, sentenceOf } from '@/components/shell/api';
import type { CustomerView } from '@/lib/contracts/customer-api';
import { cut } from '@/lib/customer/brief';
import type { EditField, FormValues } from './edit-fields';
import { keyOf, nameOfKey } from './edit-key';

export interface SaveProblem {
  /** `changed`: somebody else changed the customer meanwhile; the form now stands on their version. */
  kind: 'refused' | 'changed';
  sentence: string;
  lines: string[];
}

/** Sends what differs, against the version the person saw. */
export function useSaveCustomer(
  customer: CustomerView,
  { fields, valuesOf }: { fields: EditField[]; valuesOf: (customer: CustomerView) => FormValues },
  form: UseFormReturn<FormValues>,
  onSaved: (changed: number) => void,
) {
  const base = useRef(customer);
  const [problem, setProblem] = useState<SaveProblem | null>(null);

  const save = async (values: FormValues) => {
    setProblem(null);
    const keys = Object.keys(form.formState.dirtyFields);
    const body = {
      version: base.current.version,
      values: Object.fromEntries(keys.map((key) => [nameOfKey(key), values[key] === '' ? null : values[key]])),
    };
    try {
      await callApi('PATCH', `/customers/${customer.id}`, body);
      onSaved(keys.length);
    } catch (error) {
      setProblem(await explain(error));
    }
  };

  const explain = async (error: unknown): Promise<SaveProblem | null> => {
    if (!(error instanceof ApiProblem)) return { kind: 'refused', sentence: sentenceOf(error), lines: [] };
    if (error.problem.status === 409) return takeTheirs().catch(() => refused(error));
    const errors = Object.entries(error.problem.errors ?? {});
    for (const [name, message] of errors) form.setError(keyOf(name), { message });
    return errors.length > 0 ? null : refused(error);
  };

  /** Puts the form on the customer as it is now; what the person typed stays. */
  const takeTheirs = async (): Promise<SaveProblem> => {
    const now = await callApi<CustomerView>('GET', `/customers/${customer.id}`);
    const before = valuesOf(base.current);
    const current = valuesOf(now);
    base.current = now;
    form.reset(current, { keepDirtyValues: true, keepSubmitCount: true });
    return {
      kind: 'changed',
      sentence: 'This customer was changed meanwhile. Look at what changed, then save again.',
      lines: fields
        .filter(({ key }) => current[key] !== before[key])
        .map(({ key, label }) => `${label} is now ${cut(current[key]!) || 'blank'}`),
    };
  };
  return { save, problem };
}

const refused = ({ problem }: ApiProblem): SaveProblem => ({
  kind: 'refused',
  sentence: problem.detail,
  lines: problem.problems ?? [],
});
