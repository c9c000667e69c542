type Manifest = Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>>;
type Lockfile = { packages: Record<string, { name?: string; version?: string; resolved?: string }> };
export const checkLockfile: (manifest: Manifest, lockfile: Lockfile) => string[];
