import { ColumnProfiler } from '../intake/profile';
import { suggest } from '../map/suggest';

/** The field that is suggested for a column with this header and value; null for none. */
export function fieldOf(header: string, value: string): string | null {
  const profiler = new ColumnProfiler([header]);
  profiler.add([{ row: 2, cells: [value] }]);
  return suggest(profiler.profiles()).columns[0]!.field;
}
