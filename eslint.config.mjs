import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { rules } from './tools/lint/rules.mjs';
import { purity } from './tools/lint/purity.mjs';
import { pureLibs } from './tools/lint/arrows.mjs';

const sources = ['libs/*/src/**/*.{ts,tsx}', 'services/*/src/**/*.{ts,tsx}'];
const tests = ['**/*.test.{ts,tsx}', '**/*.contract.ts', 'test/**/*.ts'];

/** Erasable TypeScript, and doors that say what leaves them. */
const syntax = [
  { selector: 'ExportAllDeclaration', message: 'A door names what leaves it: no export *.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings: only erasable TypeScript.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'No namespaces: only erasable TypeScript.' },
  { selector: 'TSParameterProperty', message: 'Write the field out: only erasable TypeScript.' },
  { selector: 'TSImportEqualsDeclaration', message: 'Use import: only erasable TypeScript.' },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/dist-client/**',
      '**/node_modules/**',
      'coverage/**',
      'data/**',
      'bench/out/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { newsmill: { rules } },
    rules: {
      'newsmill/disables-with-reason': 'error',
      'no-undef': 'off',
      'no-control-regex': 'off', // control characters are what readers of foreign bytes look for
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
  {
    files: sources,
    rules: {
      'newsmill/arrows': 'error',
      'newsmill/swallowed-errors': 'error',
      'newsmill/casts-with-reason': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', ...syntax],
    },
  },
  {
    files: pureLibs.map((lib) => `libs/${lib}/src/**/*.{ts,tsx}`),
    ignores: tests,
    rules: {
      'no-restricted-imports': ['error', { paths: purity.paths, patterns: purity.patterns }],
      'no-restricted-globals': ['error', ...purity.globals],
      'no-restricted-syntax': ['error', ...syntax, ...purity.syntax],
    },
  },
  // Where Nest reads the types of constructor parameters, they must be imported as values.
  {
    files: ['services/api/src/**/*.ts', 'libs/runtime/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  // The typed-array reader: bounds are known by construction there, and checks cost a tenth of its time.
  {
    files: ['libs/clean/src/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'newsmill/casts-with-reason': 'off' },
  },
  {
    files: tests,
    rules: {
      'newsmill/swallowed-errors': 'off',
      'newsmill/casts-with-reason': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
