import { fold } from '../../lib/customer/search';

/** A folded text as the pattern of `like … escape '\'` that finds it anywhere. */
export const pattern = (text: string): string => `%${fold(text.trim()).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
