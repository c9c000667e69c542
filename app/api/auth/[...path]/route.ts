import { openRoute } from '@/app/guard';
import { notFound } from '@/app/problem';
import { answerSignIn } from './answer-sign-in';
import { answerSignOn } from './answer-sign-on';

type Params = { path: string[] };

export const GET = openRoute<Params>(async (request, { path }) => {
  if (path.join('/') !== 'callback/oidc') throw notFound('address');
  return answerSignOn(request);
});
export const POST = openRoute<Params>((request, { path }) => answerSignIn(request, `/${path.join('/')}`));
