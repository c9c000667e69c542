/** What is asked of a person, the same in the browser and on the server. */
import { z } from 'zod';
import { oneLine } from '../customer/clean-text';
import { passwordLength } from './password';

/** UTF-16 units of a name. */
export const mostName = 100;

/** Of a key, too. */
export const personName = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, 'Enter a name.').max(mostName, `A name has ${mostName} characters at most.`));
export const personEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Enter an email address like name@example.com.')
  .pipe(z.email('Enter an email address like name@example.com.'));
const sentence = `Choose a password of ${passwordLength.least} characters or more.`;
export const newPassword = z
  .string()
  .min(passwordLength.least, sentence)
  .max(passwordLength.most, `A password has ${passwordLength.most} characters at most.`);
