import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing is timed here: what takes a second takes a minute on a machine that has much to do.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'threads',
    // vitest leaves one core free, which on two is half of them.
    maxWorkers: '100%',
    // Modules keep nothing but what they would work out again the same: loading and warming them up once a thread halves the time.
    isolate: false,
  },
});
