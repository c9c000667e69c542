import { expect, it } from 'vitest';
import { FilesFault } from '../files';
import { whyGivenUp } from './why-given-up';

it('an import that was given up tells a person why, and the log the cause', () => {
  const away = new FilesFault('not_reached', new Error('connect ECONNREFUSED'));
  expect(whyGivenUp(away)).toContain('the storage for uploaded files does not work just now');
  expect(whyGivenUp(away)).not.toContain('ECONNREFUSED');
  expect(away.stack).toContain('because of Error: connect ECONNREFUSED');
  expect(whyGivenUp(new Error('disk full'))).toContain('the log of the server says why');
});
