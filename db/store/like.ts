import { fold } from '../../lib/customer/search';

/** A folded text as the pattern of `like … escape '\'` that finds it anywhere. No stored text holds a NUL, and PostgreSQL takes none. */
export const pattern = (text: string): string =>
  `%${fold(text.replaceAll('\0', '').trim()).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
