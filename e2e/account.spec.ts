import { accountPaths } from './account-paths';

accountPaths();
