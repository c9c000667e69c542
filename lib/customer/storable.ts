/** Text that every engine can keep in a text column: no NUL, no lone surrogates. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
