/** The import rules of the house (docs/architecture.md). */
const steps = ['intake', 'map', 'check', 'plan', 'review', 'commit', 'report'];
const within = (name) => `^lib/${name}/`;

/** lib/<step> may use itself, earlier steps, lib/customer and lib/*.ts. */
const stepRules = steps.map((step, at) => ({
  name: `lib-${step}-uses-earlier-steps-only`,
  severity: 'error',
  from: { path: within(step), pathNot: '\\.test\\.ts$' },
  to: { path: '^lib/', pathNot: ['^lib/[^/]+\\.ts$', '^lib/customer/', ...steps.slice(0, at + 1).map(within)] },
}));

module.exports = {
  forbidden: [
    ...stepRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nobody-imports-app', severity: 'error', from: { pathNot: '^app/' }, to: { path: '^app/' } },
    {
      name: 'lib-knows-no-faces-and-no-storage',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/testing/' },
      to: { path: '^(db|files|app|components|worker|scripts)/' },
    },
    {
      name: 'lib-knows-no-framework-and-no-driver',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/testing/' },
      to: { path: 'node_modules/(next|react|react-dom|drizzle-orm|better-sqlite3|pg|@aws-sdk|@mantine|@tanstack)/' },
    },
    {
      name: 'lib-customer-stands-alone',
      severity: 'error',
      from: { path: '^lib/customer/' },
      to: { path: '^lib/', pathNot: ['^lib/[^/]+\\.ts$', '^lib/customer/'] },
    },
    {
      name: 'db-uses-store-and-customer',
      severity: 'error',
      from: { path: '^db/', pathNot: ['\\.test\\.ts$', '^db/(contract/|store-contract\\.ts$)'] },
      to: {
        path: '^(lib/(?!customer/|[^/]+\\.ts$)|files/|app/|components/|worker/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'files-uses-the-words-only',
      severity: 'error',
      from: { path: '^files/', pathNot: ['\\.test\\.ts$', '^files/testing/'] },
      to: { path: '^(lib/(?![^/]+\\.ts$)|db/|app/|components/|worker/|scripts/)' },
    },
    {
      name: 'only-files-knows-the-storage',
      severity: 'error',
      from: { pathNot: '^files/' },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'only-tests-use-testing',
      severity: 'error',
      from: {
        pathNot: ['\\.test\\.tsx?$', '^(lib|files)/testing/', '^db/(contract/|store-contract\\.ts$)', '^e2e/'],
      },
      to: { path: ['^(lib|files)/testing/', '^db/(contract/|store-contract\\.ts$)'] },
    },
    {
      name: 'components-never-touch-storage',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(db|files|worker|app)/' },
    },
    {
      name: 'links-fetch-nothing-ahead',
      comment: 'Use PageLink.',
      severity: 'error',
      from: { path: '^(app|components)/', pathNot: '^components/shell/page-link\\.tsx$' },
      to: { path: 'node_modules/next/link\\.js$' },
    },
    {
      name: 'worker-touches-no-faces',
      severity: 'error',
      from: { path: '^worker/' },
      to: { path: '^(app|components)/' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
