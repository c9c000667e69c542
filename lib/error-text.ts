/** Causes that are followed. */
const mostCauses = 3;
/** Characters of a message that are kept. */
const mostMessage = 500;

/**
 * An error as it may stand in the log and beside a job: kind, code, message and where it happened. Messages of databases and
 * parsers quote the values they stumbled over, so what stands in quotes, looks like an address or is a long number is left
 * out, and so are the parameters of a statement.
 */
export function errorText(error: unknown, causes = mostCauses): string {
  if (!(error instanceof Error)) return `${typeof error}: ${masked(String(error))}`;
  const { cause } = error;
  const text = `${nameOf(error)}: ${masked(error.message)}${placeOf(error)}`;
  return cause instanceof Error && causes > 0 ? `${text}\n  because of ${errorText(cause, causes - 1)}` : text;
}

/** What an error calls itself: a code of the system tells more than `Error`. */
export const nameOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? error.name;

function masked(message: string): string {
  // https://github.com/drizzle-team/drizzle-orm/blob/0.45.4/drizzle-orm/src/errors.ts
  const [statement] = message.split('\nparams:');
  return statement!
    .slice(0, mostMessage)
    .replace(/(["'`])[^\n]*\1|[“‘][^\n]*[”’]/g, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d{5,}/g, '…')
    .replace(/\s+/g, ' ');
}

/** Where it happened: the lines of the stack below the message, which it repeats. */
export function placeOf({ stack = '', message }: Error): string {
  const below = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  return below
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => `\n${line}`)
    .join('');
}
