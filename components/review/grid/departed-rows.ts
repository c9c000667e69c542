/**
 * A row that is put right no longer belongs to the filter “Errors”, but it stays where it is until the filter is
 * pressed anew: rows that jump away under the hand are worse. The server's list is shorter by then, so the places shown
 * and the server's offsets differ by the rows that departed before them.
 */
export class DepartedRows<T> {
  private readonly rows = new Map<number, T>();

  get size(): number {
    return this.rows.size;
  }

  add(place: number, row: T): void {
    this.rows.set(place, row);
  }

  delete(place: number): void {
    this.rows.delete(place);
  }

  clear(): void {
    this.rows.clear();
  }

  /** Takes rows back that the server lists after all; whether there were any. */
  return(isListed: (row: T) => boolean): boolean {
    const back = [...this.rows].filter(([, row]) => isListed(row));
    for (const [place] of back) this.rows.delete(place);
    return back.length > 0;
  }

  /** How many rows departed before a place. */
  before(place: number): number {
    let count = 0;
    for (const at of this.rows.keys()) if (at < place) count++;
    return count;
  }

  /** What to ask the server for, to fill the places from `place` on. */
  ask(place: number, limit: number): { offset: number; limit: number } {
    const offset = place - this.before(place);
    return { offset, limit: Math.max(1, place + limit - this.before(place + limit) - offset) };
  }

  /** Puts the departed rows back between the server's rows. */
  fill(place: number, limit: number, rows: readonly T[]): T[] {
    const rest = [...rows];
    const filled: T[] = [];
    for (let at = place; at < place + limit; at++) {
      const row = this.rows.get(at) ?? rest.shift();
      if (row === undefined) break;
      filled.push(row);
    }
    return filled;
  }

  /** The place shown of a server's offset. */
  placeOf(offset: number): number {
    let place = offset;
    for (const at of [...this.rows.keys()].sort((a, b) => a - b)) if (at <= place) place++;
    return place;
  }
}
