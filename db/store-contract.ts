import { accountContract } from './contract/accounts';
import { answerContract } from './contract/answers';
import { attributeContract } from './contract/attributes';
import { commitContract } from './contract/commit';
import { customerContract } from './contract/customers';
import { erasedSinceContract } from './contract/erased-since';
import { erasureContract } from './contract/erasures';
import { importContract } from './contract/imports';
import { jobContract } from './contract/jobs';
import { likeFilesContract } from './contract/like-files';
import { listContract } from './contract/lists';
import { notificationContract } from './contract/notifications';
import { planContract } from './contract/plans';
import { raceContract } from './contract/races';
import { relativesContract } from './contract/relatives';
import { replayContract } from './contract/replays';
import { requestContract } from './contract/requests';
import { retentionContract } from './contract/retention';
import { reviewContract } from './contract/review';
import { scheduledRequestContract } from './contract/scheduled-requests';
import { signInContract } from './contract/sign-in';
import { stagingContract } from './contract/staging';
import { wholeCustomerContract } from './contract/whole-customer';
import type { OpenStore, PassTime } from './contract/with-two';

/**
 * What every engine is held to.
 * @param open opens the database of that name, empty and migrated when it is new; opened again it is another process
 * @param passTime lets leases and pauses end
 */
export function storeContract(open: OpenStore, passTime: PassTime): void {
  importContract(open);
  jobContract(open, passTime);
  stagingContract(open);
  planContract(open);
  reviewContract(open);
  commitContract(open);
  customerContract(open);
  retentionContract(open);
  erasureContract(open);
  erasedSinceContract(open);
  accountContract(open);
  signInContract(open);
  wholeCustomerContract(open);
  relativesContract(open);
  requestContract(open);
  answerContract(open);
  likeFilesContract(open);
  listContract(open);
  raceContract(open);
  replayContract(open);
  scheduledRequestContract(open);
  notificationContract(open);
  attributeContract(open);
}
