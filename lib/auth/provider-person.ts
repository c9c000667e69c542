import { cleanText, oneLine } from '../customer/clean-text';
import { mostName, personEmail } from './person-fields';

/**
 * Who a provider of the single sign-on says somebody is, held to what is asked of everybody else: whoever has an account there may have
 * written anything into it.
 * @returns a name of 1 to 100 characters: of the email where there is none; an empty email where it is none, by which nobody comes in
 */
export function providerPerson(profile: { name?: unknown; email?: unknown }): { name: string; email: string } {
  const { data: email = '' } = personEmail.safeParse(profile.email);
  const name = typeof profile.name === 'string' ? nameOf(profile.name) : '';
  return { name: name || nameOf(email.split('@')[0]!), email };
}

/** Cut between characters, not within one. */
const nameOf = (text: string): string =>
  cleanText(
    oneLine(text)
      .slice(0, mostName)
      .replace(/[\ud800-\udbff]$/, ''),
  ).text;
