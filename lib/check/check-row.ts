import { statedAddresses } from '../customer/address-list';
import { billingCountry } from '../customer/address-type';
import type { Value } from '../customer/fields';
import { keysOf } from '../customer/key';
import { isError, type NormaliseContext, normalise } from '../customer/normalise';
import { isBlankText } from '../customer/trim-unicode';
import { type Issue, issue } from '../issues';
import type { FileFacts, Mapping } from '../mapping';
import { isBroken, type RawRow } from '../row';
import type { Vault } from '../vault';
import { type Column, compileColumns, definedAttributes } from './columns';
import { isCut, isEdited, rowFaults } from './faults';
import { hasError, hasKey, isBlank } from './key-fields';
import { sealedColumns } from './open-sealed';
import { checkParent } from './parent';
import { checkSource, constantOf } from './source';

export interface Checked {
  /** Only fields that say something: absent = keep what the customer has; null = clear. */
  values: Record<string, Value>;
  issues: Issue[];
  /** Fields changed on the way in other than by date, number or code form (trimmed outer spaces count). */
  changed: string[];
  /** The keys the row claims, as of `keysOf`; empty when the match key is blank or in error. */
  keys: string[];
}

type Edits = Record<number, string>;

/**
 * Prepares the check of all rows of an import, so that the rules are looked up once and not for every cell.
 * @param facts the header texts by column index, whose number tells what a short or long row is; and which columns are sealed
 * @param vault opens what is sealed for as long as it is looked at; sensitive values are sealed again
 * @returns the check of one row: pure, the same answer for the same row. `edits` are typed texts by column index, which
 *   take the place of the cells. Throws only where the vault is not the one that sealed the cells.
 */
export function compileCheck(
  mapping: Mapping,
  { headers, sealed = [] }: Pick<FileFacts, 'headers' | 'sealed'>,
  vault: Vault,
): (row: RawRow, edits?: Edits) => Checked {
  const columns = compileColumns(mapping);
  const constant = constantOf(mapping);
  const clears = mapping.blank === 'clear';
  const closed = sealedColumns(sealed, columns, vault);
  const attribute = definedAttributes(mapping);
  return (row, edits) => {
    const checked: Checked = { values: {}, issues: [], changed: [], keys: [] };
    if (isCut(row) || (isBroken(row) && !isEdited(edits))) {
      checked.issues.push(...rowFaults(row, edits, headers.length));
      return checked;
    }
    if (row.faults !== undefined) checked.issues.push(...rowFaults(row, edits, headers.length));
    const context: NormaliseContext = { dateOrder: mapping.dateOrder, attribute };
    const clear = closed?.open(row, edits) ?? { row, edits, isPart: false, closed: [] };
    for (const column of columns) {
      if (clear.closed.includes(column.index)) {
        // In a row that somebody corrected elsewhere: neither shown nor stored as what it is not.
        checked.issues.push(issue('row_shifted', column.field.name, { message: numberHere }));
        continue;
      }
      if (column.countries) context.country = countryOf(checked.values, column.countries);
      checkCell(column, clear.row, clear.edits, context, clears, checked);
    }
    closed?.close(checked.values, { row, edits });
    if (clear.isPart) return checked;
    for (const name of mapping.required ?? []) expectValue(name, checked);
    checkSource(constant, checked.values, checked.issues);
    checkParent(constant, checked.values, checked.issues);
    const { matchKey } = mapping;
    if (matchKey === null || hasKey(matchKey, checked.values, checked.issues)) {
      checked.keys = keysOf(checked.values, matchKey);
    }
    return checked;
  };
}

function checkCell(
  { index, field, isDate, isKey }: Column,
  row: RawRow,
  edits: Edits | undefined,
  context: NormaliseContext,
  clears: boolean,
  checked: Checked,
): void {
  const edited = edits?.[index];
  if (edited === undefined && row.faults !== undefined) {
    const fault = row.faults.find((fault) => fault.column === index);
    if (fault) {
      checked.issues.push(issue(fault.code, field.name));
      return;
    }
  }
  const cell = edited ?? row.cells[index];
  // A cell that a short row lacks says nothing; a blank one follows the blank rule.
  if (cell === undefined || cell === null) return;
  const text = typeof cell === 'string' ? cell : isDate ? cell[1] : cell[0];
  if (isBlankText(text)) {
    if (clears && !isKey) checked.values[field.name] = null;
    return;
  }
  const result = normalise(field, text, context);
  if (result.code !== undefined) {
    checked.issues.push(issue(result.code, field.name, result));
    if (result.removed && result.code !== 'characters_replaced') {
      checked.issues.push(issue('characters_replaced', field.name));
    }
  }
  const { value } = result;
  if (value !== null) {
    checked.values[field.name] = value;
    if (!result.form && value !== text && String(value) !== text) checked.changed.push(field.name);
  } else if (clears && !isKey && !isError(result)) {
    // Nothing but invisible characters was in it.
    checked.values[field.name] = null;
  }
}

const numberHere = 'A protected number seems to stand here. Enter what belongs in this cell, or clear it.';

/** Unless the field has an error, which says more. */
function expectValue(name: string, { values, issues }: Checked): void {
  if (isBlank(values[name]) && !hasError(issues, name)) issues.push(issue('value_missing', name));
}

function countryOf(values: Record<string, Value>, names: string[]): string | undefined {
  for (const name of names) {
    const value = name === 'addresses' ? billingCountry(statedAddresses(values[name])) : values[name];
    if (typeof value === 'string') return value;
  }
  return undefined;
}
