import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    pool: 'threads',
    // vitest leaves one core free, which on two is half of them.
    maxWorkers: '100%',
    // Modules keep nothing but what they would work out again the same: loading and warming them up once a thread halves the time.
    isolate: false,
  },
});
