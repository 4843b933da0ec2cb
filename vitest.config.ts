import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    pool: 'threads',
    // Modules keep nothing but what they would work out again the same: loading and warming them up once a thread halves the time.
    isolate: false,
  },
});
