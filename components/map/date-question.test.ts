import { expect, it } from 'vitest';
import type { ColumnView } from '@/lib/contracts/import-api';
import { dateQuestion } from './date-question';

const asked = (...samples: string[]) => dateQuestion([{ samples } as unknown as ColumnView]);

it('asks with a date of the file, where its dates can be read both ways', () => {
  expect(asked('13', '05/06/1990')).toBe('Which comes first in 05/06/1990, the day or the month?');
  expect(asked('31/12/1980', '12/31/1980')).toBe('Which comes first in 03/04/2024, the day or the month?');
});

it('asks nothing where the dates prove their order or have none', () => {
  expect(asked('31/12/1980', '05/06/1990')).toBeNull();
  expect(asked('1980-12-31', '05/05/1990')).toBeNull();
  expect(asked()).toBeNull();
});
