'use client';
import { EmptyNote } from '@/components/shell/empty-note';
import { usePermission } from '@/components/shell/who';
import { ChooseFile } from './choose-file';

/** What stands in place of the list before the first import. */
export function NoImports() {
  if (!usePermission('imports:write')) {
    return (
      <EmptyNote icon="tray" title="No imports yet">
        Imports appear here when an editor uploads a file.
      </EmptyNote>
    );
  }
  return (
    <EmptyNote icon="upload" title="No imports yet" action={<ChooseFile />}>
      Drop a spreadsheet here, or start from the template.
    </EmptyNote>
  );
}
