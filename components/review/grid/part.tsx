import type { ComponentProps } from 'react';

type PartRole = 'grid' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'gridcell';

/** A grid that is virtual both ways cannot be made of table elements, so its parts carry their roles. */
export function Part({ is, ...rest }: { is: PartRole } & ComponentProps<'div'>) {
  return <div role={is} {...rest} />;
}
