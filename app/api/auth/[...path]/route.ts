import { openRoute } from '@/app/guard';
import { answerSignIn } from './answer-sign-in';

type Params = { path: string[] };

export const GET = openRoute<Params>((request, { path }) => answerSignIn(request, `/${path.join('/')}`));
export const POST = openRoute<Params>((request, { path }) => answerSignIn(request, `/${path.join('/')}`));
