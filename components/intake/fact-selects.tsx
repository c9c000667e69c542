'use client';
import type { ImportView, IntakeView, PutIntake } from '@/lib/contracts/import-api';
import type { DateOrder, Delimiter, Encoding } from '@/lib/mapping';
import { FactSelect } from './fact-select';
import classes from './fact-selects.module.css';
import { dateOrderWords, delimiterWords, encodingWords, optionsOf } from './fact-words';

/** The facts of the file as selects: those of a text file or those of a workbook, header row and date order. */
export function FactSelects({
  view,
  intake,
  changeable,
  busy,
  onChange,
}: {
  view: ImportView;
  intake: IntakeView;
  changeable: boolean;
  busy: boolean;
  onChange: (change: PutIntake) => void;
}) {
  const { delimiter, encoding, sheet, headerRow, dateOrder } = intake;
  const common = { changeable, busy };
  return (
    <div className={classes.root}>
      {sheet && (
        <FactSelect
          {...common}
          label="Sheet"
          found={sheet}
          options={view.file.sheets.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? `${name} (hidden)` : name,
          }))}
          onChange={(value) => onChange({ sheet: value })}
        />
      )}
      {delimiter && (
        <FactSelect
          {...common}
          label="Separator"
          found={delimiter}
          options={optionsOf(delimiterWords)}
          onChange={(value) => onChange({ delimiter: value as Delimiter })}
        />
      )}
      {encoding && (
        <FactSelect
          {...common}
          id="encoding"
          label="Text encoding"
          found={encoding}
          options={optionsOf(encodingWords)}
          onChange={(value) => onChange({ encoding: value as Encoding })}
        />
      )}
      <FactSelect
        {...common}
        label="Header row"
        found={{ value: String(headerRow.value), evidence: headerRow.evidence }}
        options={headerRowOptions(intake)}
        onChange={(value) => onChange({ headerRow: Number(value) })}
      />
      <FactSelect
        {...common}
        label="Date order"
        found={dateOrder}
        placeholder="Not decided"
        options={optionsOf(dateOrderWords)}
        onChange={(value) => onChange({ dateOrder: value as DateOrder })}
      />
    </div>
  );
}

/** Every row of the preview can be the header, or none. */
function headerRowOptions({ preview, headerRow }: IntakeView) {
  const rows = [...new Set([...preview.map(({ row }) => row), headerRow.value])].filter((row) => row > 0);
  return [
    ...rows.sort((a, b) => a - b).map((row) => ({ value: String(row), label: `Row ${row}` })),
    { value: '0', label: 'No header row' },
  ];
}
