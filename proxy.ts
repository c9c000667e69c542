import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { isOurHost, isOurOrigin } from '@/lib/auth/origin';
import { secondsToWait } from '@/lib/auth/seconds-to-wait';

/**
 * Pages and their actions only. Routes must not match: Next cuts the bodies of what does at a few MB, without a word
 * (https://nextjs.org/docs/app/api-reference/config/next-config-js/proxyClientMaxBodySize). A route outside of /api has to be left out
 * here and in scripts/run/bodies.cjs.
 */
export const config = {
  matcher: ['/((?!api/|customers/bulk(?:/|$)|v2(?:/|$)|_next/static/|favicon\\.(?:ico|svg)$).*)'],
};

/**
 * Gives a page its policy and its nonce, and tells it by which path it was asked for. It lets everybody through: who may
 * see what is asked by each page and action itself (app/guard.ts), which look at the Origin too. A foreign one is answered here
 * because Next would say that the server broke.
 */
export function proxy(request: NextRequest): NextResponse {
  const seconds = secondsToWait(request.headers);
  if (seconds > 0) return tooMany(seconds);
  if (!reading.has(request.method) && !isOurs(request)) return foreign();
  const nonce = randomBytes(16).toString('base64');
  const policy = policyOf(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-import-desk-nonce', nonce);
  headers.set('x-import-desk-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next finds the nonce for its own scripts in here.
  headers.set('content-security-policy', policy);
  const answer = NextResponse.next({ request: { headers } });
  answer.headers.set('content-security-policy', policy);
  return answer;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

function isOurs({ headers }: NextRequest): boolean {
  const [host, baseUrl] = [headers.get('host'), process.env.BASE_URL];
  return isOurHost(host, baseUrl) && isOurOrigin(headers.get('origin'), host, baseUrl);
}

const foreign = (): NextResponse =>
  new NextResponse('Writing needs an Origin header of this server.\n', {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

const tooMany = (seconds: number): NextResponse =>
  new NextResponse(`There were too many requests. Try again in ${seconds} seconds.\n`, {
    status: 429,
    headers: { 'retry-after': String(seconds), 'content-type': 'text/plain; charset=utf-8' },
  });

/** While developing, Next evaluates code, adds styles of its own and tells of changes by a web socket. */
const developing = process.env.NODE_ENV === 'development';

const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src-elem 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Widths of columns and places of rows are computed.
    "style-src-attr 'unsafe-inline'",
    // Mantine draws some signs as data: in its style sheets.
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
