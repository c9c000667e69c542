/** What the key of a row begins with by which it waits for a parent that another row may create. Not a key of the row itself. */
export const waitsFor = 'parent:';
