import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody, parseId } from '@/app/parse';
import { asksForPlan } from '@/app/preferences';
import { expectFile, expectRows, notFound, Refused, wrongState } from '@/app/problem';
import { audit, noted } from '@/lib/auth/audit';
import { putIntake } from '@/lib/contracts/import-api';
import { viewImport, viewIntake } from '@/lib/contracts/view-import';
import type { ImportRecord } from '@/lib/import-store';
import { isReadFirst, lostByReading, mayReadAnew, readAnew, setDateOrder, switchIntake } from '@/lib/review/read-anew';

type Params = { importId: string };

export const GET = route<Params>('imports:read', async (_request, { importId }) => {
  const { store } = await desk();
  const intake = await viewIntake(store, parseId(importId));
  if (!intake) throw notFound('file that was read');
  return Response.json(intake);
});

/** Reads the file anew with what was switched; `?plan=1` only lists the edits that would be lost. */
export const PUT = route<Params>(
  'imports:write',
  async (request, { importId }, who) => {
    const { store, files } = await desk();
    const plan = asksForPlan(request);
    const { dateOrder, ...switched } = await parseBody(request, putIntake);
    const record = await store.readImport(parseId(importId));
    if (!record) throw notFound();
    expectRows(record);
    const tooLate = () => wrongState('The file can be read anew until the first commit, not after it.');
    if (!mayReadAnew(record)) throw tooLate();
    if (isReadFirst(record)) {
      throw wrongState('The file is being read for the first time. Change how it is read when that is done.');
    }
    expectSheet(record, switched.sheet);
    const intake = switchIntake(record.intake, switched);
    const onlyDates = dateOrder !== undefined && Object.keys(switched).length === 0;
    if (!onlyDates) expectFile(record);
    if (plan) {
      const lost = onlyDates ? [] : await lostByReading(store, files, record, intake, request.signal);
      await audit(store, who, request.headers, 'plan_asked', { kind: 'import', id: record.id }, { method: 'PUT' });
      return Response.json({ lost });
    }
    const by = noted(store, who, request.headers, 'import_read_anew', { kind: 'import', id: record.id });
    const moved = onlyDates ? await setDateOrder(by, record, dateOrder) : await readAnew(by, record, intake, dateOrder);
    if (!moved) throw tooLate();
    return Response.json(await viewImport(store, record.id));
  },
  { readsQuery: true, plans: true },
);

/** Before anything is read anew. What a file that could not be read has is told when it is read. */
function expectSheet({ facts }: Pick<ImportRecord, 'facts'>, sheet: string | undefined): void {
  if (sheet === undefined || !facts || facts.sheets?.some(({ name }) => name === sheet)) return;
  throw new Refused(422, 'does_not_fit', `sheet: The file has no sheet “${sheet}”.`, {
    problems: [`sheet: The file has no sheet “${sheet}”.`],
  });
}
