import { customerContract } from './contract/customers';
import { importContract } from './contract/imports';
import { jobContract } from './contract/jobs';
import { planContract } from './contract/plans';
import { reviewContract } from './contract/review';
import { stagingContract } from './contract/staging';
import type { OpenStore } from './contract/with-two';

/**
 * What every engine is held to.
 * @param open opens the database of that name, empty and migrated when it is new; opened again it is another process
 */
export function storeContract(open: OpenStore): void {
  importContract(open);
  jobContract(open);
  stagingContract(open);
  planContract(open);
  reviewContract(open);
  customerContract(open);
}
