import { formatNumber, formatSize } from '@/components/shell/numbers';
import { limits } from '@/lib/limits';

/** What can be uploaded, in the words of the pages. */
export const formatsText = 'CSV, TSV, XLSX';
export const sizeText = formatSize(limits.fileBytes);
export const rowsText = `${formatNumber(limits.rows)} rows`;
export const columnsText = `${formatNumber(limits.columns)} columns`;
export const templateHref = '/api/v1/template.csv';
