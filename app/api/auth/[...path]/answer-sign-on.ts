import { desk } from '@/app/desk';
import { notFound } from '@/app/problem';
import { audit } from '@/lib/auth/audit';
import { signInHeaders } from '@/lib/auth/sign-in-headers';
import { signOnRefusal } from '@/lib/auth/sign-on-refusals';
import { wayBack } from '@/lib/auth/way-back';
import { countAsked, forgetAsked } from './attempts';
import { whoCameIn } from './write-down';

/** Somebody comes back from the provider of the single sign-on. Whatever became of it, they get a page. */
export async function answerSignOn(request: Request): Promise<Response> {
  const opened = await desk();
  if (!opened.oidc) throw notFound('address');
  const headers = signInHeaders(request.headers);
  // Whoever was sent to the provider brings back what they took along. Any page can have others ask without it, and such
  // a request is neither tried nor counted.
  if (!/(?:^|; )[^=]*\.(?:oauth_)?state=/.test(headers.get('cookie') ?? '')) return goTo('/sign-in?error=late');
  const asking = { headers, email: undefined, before: null, tries: true };
  if ((await countAsked(opened, asking)) > 0) return goTo('/sign-in?error=too_many');
  const answer = await opened.signIn.handler(new Request(request.url, { headers }));
  const location = new URL(answer.headers.get('location') ?? '/', 'http://here');
  const who = await whoCameIn(answer);
  if (!who) {
    const reason = signOnRefusal(location.searchParams.get('error'));
    await audit(opened.store, null, headers, 'sign_in_refused', undefined, { by: 'single sign-on', reason });
    return goTo(`/sign-in?error=${reason}`, answer);
  }
  await forgetAsked(opened, asking);
  await audit(opened.store, who, headers, 'signed_in', undefined, { by: 'single sign-on' });
  return goTo(wayBack(location.pathname + location.search), answer);
}

function goTo(path: string, answer?: Response): Response {
  const headers = new Headers({ location: path });
  for (const cookie of answer?.headers.getSetCookie() ?? []) headers.append('set-cookie', cookie);
  return new Response(null, { status: 302, headers });
}
