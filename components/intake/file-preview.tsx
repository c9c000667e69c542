'use client';
import { VisuallyHidden } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import { ScrollRegion } from '@/components/shell/scroll-region';
import type { ImportView, IntakeView } from '@/lib/contracts/import-api';
import { cellText, columnLetters } from '@/lib/row';
import classes from './file-preview.module.css';

/** The top of the sheet as it is in the file, with the rows and columns a spreadsheet program shows. */
export function FilePreview({ intake, view, busy }: { intake: IntakeView; view: ImportView; busy: boolean }) {
  const { preview, headerRow } = intake;
  const width = Math.max(view.columns.length, ...preview.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => columnLetters(index));
  const shown = preview.filter(({ row }) => row > headerRow.value).length;
  return (
    <>
      <ScrollRegion className={classes.frame} aria-label="Top of the file" aria-busy={busy}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>Row</VisuallyHidden>
              </th>
              {columns.map((letters) => (
                <th key={letters} scope="col">
                  {letters}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map(({ row, cells }) => (
              <tr
                key={row}
                data-role={row === headerRow.value ? 'header' : row < headerRow.value ? 'above' : undefined}
              >
                <th scope="row">{row}</th>
                {columns.map((letters, index) => (
                  <PreviewCell key={letters} text={cellText(cells[index])} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={classes.note}>
        <Icon name="info" size={14} />
        {partShown(shown, view.totals.rows)} exactly as in the file. Leading zeros and long numbers are kept as text.
      </p>
    </>
  );
}

function partShown(shown: number, rows: number): string {
  if (shown === 0) return 'Shown';
  if (shown < rows) return `First ${formatNumber(shown)} of ${formatCount(rows, 'row')}, shown`;
  return rows === 1 ? 'The only row, shown' : `All ${formatNumber(rows)} rows, shown`;
}

function PreviewCell({ text }: { text: string | undefined }) {
  if (text === undefined) return <td />;
  return text.trim() === '' ? <td className={classes.blank}>blank</td> : <td title={text}>{text.slice(0, 200)}</td>;
}
