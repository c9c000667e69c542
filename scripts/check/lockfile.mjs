/** What may stand in package.json and package-lock.json: exact versions, none with a known hole, no addresses. */

/** Below these versions there are known holes. */
const lowest = { next: '16.4.1', zod: '4.6.6', 'drizzle-orm': '0.45.2', 'better-sqlite3': '12.8.0' };
/** Not maintained on npm any more, with known holes in every version there. */
const banned = ['xlsx'];

const parse = (version) => version.split(/[-+]/)[0].split('.').map(Number);
const isBelow = (version, limit) => {
  const [a, b] = [parse(version), parse(limit)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 ? a[at] < b[at] : version.includes('-'); // 1.2.3-beta comes before 1.2.3
};

/** The packages of a lockfile, nested ones too. */
const installed = (lockfile) =>
  Object.entries(lockfile.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      path,
      entry,
      name: entry.name ?? path.split('node_modules/').pop(),
      version: entry.version,
    }));

const findHoles = (packages) =>
  packages.flatMap(({ name, version, path }) => {
    if (banned.includes(name)) return [`${path}: the npm package ${name} has known holes and no mended version.`];
    if (name in lowest && isBelow(version, lowest[name]))
      return [`${path} ${version} has known holes; take ${lowest[name]} or later.`];
    return [];
  });

const findMixedMantine = (packages) => {
  const mantine = packages.filter(({ name }) => name.startsWith('@mantine/'));
  if (new Set(mantine.map(({ version }) => version)).size <= 1) return [];
  return [
    `All @mantine packages must have one version: ${mantine.map(({ name, version }) => `${name} ${version}`).join(', ')}`,
  ];
};

const dependencyKinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
const findLoose = (manifest) =>
  dependencyKinds.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `package.json: ${name} must have an exact version, not "${version}".`),
  );

/** npm ci takes packages from wherever npm is set up to look; an address in the lockfile would say where that was once. */
const findAddresses = (packages) =>
  packages
    .filter(({ entry }) => entry.resolved !== undefined || /[:/]/.test(entry.version ?? ''))
    .map(
      ({ path }) => `package-lock.json: ${path} has an address; .npmrc leaves it out: npm install --package-lock-only`,
    );

const findUnlocked = (manifest, lockfile) =>
  dependencyKinds.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([name, version]) => lockfile.packages[`node_modules/${name}`]?.version !== version)
      .map(
        ([name, version]) => `package-lock.json does not hold ${name} ${version}; run: npm install --package-lock-only`,
      ),
  );

/**
 * @param {object} manifest package.json
 * @param {object} lockfile package-lock.json, version 3
 * @returns {string[]} a sentence for each fault
 */
export const checkLockfile = (manifest, lockfile) => {
  const packages = installed(lockfile);
  return [
    ...findHoles(packages),
    ...findMixedMantine(packages),
    ...findLoose(manifest),
    ...findAddresses(packages),
    ...findUnlocked(manifest, lockfile),
  ];
};
