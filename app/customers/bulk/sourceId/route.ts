import { bulk, refusing } from '@/app/bulk/bulk';
import { route } from '@/app/guard';

export const POST = route('customers:write', bulk('bySourceId'), {
  readsQuery: true,
  plans: true,
  once: false,
  refuse: refusing('bySourceId'),
});
