/** Which Node runs the product: the one that npm brought along, because better-sqlite3 needs Node 24 and machines have older ones. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRoot } from './root.mjs';
import { Told } from './say.mjs';

const wanted = 24;

/** The path of a Node 24 program. Throws a sentence where there is none for this machine. */
export const nodeProgram = () => {
  const { platform, arch } = process;
  const folder = inRoot('node_modules', platform === 'win32' ? `node-win-${arch}` : `node-${platform}-${arch}`);
  const brought = join(folder, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(brought)) return brought;
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath;
  throw new Told(
    `Import Desk needs Node ${wanted}, and npm has none to bring along for ${platform}-${arch}: please install it.`,
  );
};

/** The environment for programs that call `node` themselves: ours first on the PATH. */
export const withNode = (env = process.env) => ({
  ...env,
  NEXT_TELEMETRY_DISABLED: '1',
  PATH: [inRoot('node_modules', '.bin'), env.PATH ?? ''].join(delimiter),
});
