import { bulk, refusing } from '@/app/bulk/bulk';
import { route } from '@/app/guard';

export const POST = route('customers:create', bulk('scheduled'), {
  readsQuery: true,
  plans: true,
  once: false,
  refuse: refusing('scheduled'),
});
