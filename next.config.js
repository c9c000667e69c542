/** What makes smaller images, which nobody asks for here: 19 MB. */
const imagePackages = ['node_modules/sharp/**', 'node_modules/@img/**'];

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  // `npm test` checks types; doing it again would make the first start slower.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'pino'],
  // Next keeps it out of the bundle, where it would find only half of its files.
  transpilePackages: ['pg'],
  // The database runs in a thread bundled apart (dist/), so its native module is not traced into the server. A pattern
  // also matches inside of node_modules: `dist/**` would leave out a part of Next itself.
  outputFileTracingExcludes: {
    '*': ['data/**', 'dist/**/*.mjs', 'e2e/**', 'docs/**', '.scratch/**', ...imagePackages],
  },
  experimental: {
    authInterrupts: true,
    optimizePackageImports: ['@mantine/core', '@mantine/hooks'],
    // Less is taken before (scripts/run/bodies.cjs). Files do not come this way.
    serverActions: { bodySizeLimit: '1mb' },
    proxyClientMaxBodySize: '2mb',
  },
};

export default config;
