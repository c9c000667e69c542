import { fold } from '../../lib/customer/search';
import { storable } from '../../lib/customer/storable';
import { isSealed } from '../../lib/sealed';

/** The texts of edits as they are searched; what is sealed is not. */
export const editSearch = (texts: string[]): string =>
  storable(fold(texts.filter((text) => !isSealed(text)).join(' ')));
