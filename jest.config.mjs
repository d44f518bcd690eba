export default {
  runtime: './tools/jest-runtime.mjs',
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['/dist/'],
  // Node loads the modules of suites itself.
  transform: {},
  // A hang guard, not a measure: machines are slow at times.
  testTimeout: 240_000,
  // Most of the long suites wait, for servers and clocks: four of them keep two cores busy.
  maxWorkers: 4,
  // Suites leave their modules in the worker, and now and then more: one that has grown is replaced.
  workerIdleMemoryLimit: '1500MB',
  testSequencer: './tools/jest-order.mjs',
};
