'use client';
import { PasswordInput, TextInput } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';

interface Asked {
  /** From `form.register`. */
  field: UseFormRegisterReturn;
  error: { message?: string } | undefined;
}

/** How somebody who is new here is called. */
export const NameField = ({ field, error }: Asked) => (
  <TextInput label="Name" autoComplete="name" autoFocus error={error?.message} {...field} />
);

/** The password they choose. */
export const NewPasswordField = ({ field, error }: Asked) => (
  <PasswordInput
    label="Password"
    description="12 characters or more"
    autoComplete="new-password"
    error={error?.message}
    {...field}
  />
);
