import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{lib,db,files,components,app,worker,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: 'lib/testing/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself it leaves one core to a person, which is half of a small machine.
    maxWorkers: '100%',
  },
});
