/** Where somebody goes after the sign-in: a path of this server, whatever the address says; else the imports. */
export function wayBack(to: string | string[] | undefined): string {
  const home = '/imports';
  if (typeof to !== 'string') return home;
  // Browsers take a backslash for a slash, and leave tabs and line breaks out.
  const isPath = /^\/(?![/\\])[^\\\t\r\n]*$/.test(to) && !to.startsWith('/sign-in') && to !== '/';
  return isPath ? to : home;
}
