import { readEmail } from './email';
import { parseStored } from './json';
import { nameFaults } from './name-faults';
import type { Reading } from './reading';

/** Several addresses of email, with commas, semicolons or line breaks between them or as a JSON list; kept as such a list. */
export function readEmails(text: string): Reading {
  const list = listed(text);
  const read = list.map((each) => readEmail(each));
  const wrong = list.filter((_, at) => read[at]!.code !== undefined);
  if (wrong.length === 0) return { value: JSON.stringify(read.map(({ value }) => value)) };
  const meant = read.map(({ value, suggestion }) => value ?? suggestion);
  return {
    value: null,
    code: 'invalid_email',
    message: `${nameFaults(wrong.map((each) => `“${each.slice(0, 100)}” is not an email address.`))} Put a comma between two addresses.`,
    suggestion: meant.every((each) => each !== undefined) ? meant.join(', ') : undefined,
  };
}

function listed(text: string): string[] {
  const json = text.startsWith('[') ? parseStored(text) : undefined;
  const parts = Array.isArray(json) && json.every((each) => typeof each === 'string') ? json : text.split(/[,;\n\r]/);
  return parts.map((each: string) => each.trim()).filter((each) => each !== '');
}
