import type { ImportRecord } from '../import-store';
import { reportRows, type Which } from '../report/report-rows';
import { sealsOf } from '../review/shown-cells';
import type { Store } from '../store';
import { viewRow } from './view-rows';

/** The report of an import as JSON, in parts: its rows as `GET …/rows` has them. Sensitive values are masked. */
export async function* reportJson(
  store: Pick<Store, 'readRows' | 'vault'>,
  record: ImportRecord,
  which: Which,
): AsyncGenerator<string> {
  const { id, fileName, facts } = record;
  const seals = sealsOf(store.vault, record);
  const head = JSON.stringify({ import: { id, fileName, headers: facts?.headers ?? [] } });
  yield `${head.slice(0, -1)},"rows":[`;
  let separator = '\n';
  for await (const rows of reportRows(store, id, which)) {
    yield separator + rows.map((row) => JSON.stringify(viewRow(row, seals))).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}
