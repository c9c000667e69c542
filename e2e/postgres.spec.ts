import { accountPaths } from './account-paths';
import { test } from './fixtures';
import { mainPath } from './main-path';

test.use({ engine: 'postgres' });
mainPath();
accountPaths();
