import { bulk, refusing } from '@/app/bulk/bulk';
import { route } from '@/app/guard';

export const POST = route('customers:write', bulk('bySourceSystem'), {
  readsQuery: true,
  plans: true,
  once: false,
  refuse: refusing('bySourceSystem'),
});
