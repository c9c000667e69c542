/** Who may talk to the server before there are accounts: this machine, by names that are ours. */

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a Host header is one of ours: a loopback name, or the host of BASE_URL. Keeps DNS rebinding out. */
export function isOurHost(host: string | null, baseUrl: string | undefined): boolean {
  const url = parse(host && `http://${host}`);
  if (url?.pathname !== '/' || url.username || url.search) return false;
  return loopback.has(url.hostname) || url.host === parse(baseUrl ?? null)?.host;
}

/**
 * Whether an Origin header is ours: the one of BASE_URL, or the loopback name and port that was asked, without TLS. A missing
 * one and `null` are not.
 */
export function isOurOrigin(origin: string | null, host: string | null, baseUrl: string | undefined): boolean {
  const url = parse(origin);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.origin !== origin) return false;
  if (url.origin === parse(baseUrl ?? null)?.origin) return true;
  return loopback.has(url.hostname) && url.origin === parse(host && `http://${host}`)?.origin;
}

function parse(text: string | null): URL | null {
  return text && URL.canParse(text) ? new URL(text) : null;
}
