import { swcOptions } from './tools/swc-options.mjs';

export default {
  testEnvironment: './tools/jest-environment.mjs',
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironmentOptions: { customExportConditions: ['newsmill-source', 'node', 'node-addons'] },
  transform: {
    '\\.tsx?$': ['@swc/jest', swcOptions({ tsx: true })],
  },
  // A hang guard, not a measure: machines are slow at times.
  testTimeout: 240_000,
  // Most of the long suites wait, for servers and clocks: four of them keep two cores busy.
  maxWorkers: 4,
  testSequencer: './tools/jest-order.mjs',
};
