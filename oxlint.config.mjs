import { fileURLToPath } from 'node:url';
import { pureLibs } from './tools/lint/arrows.mjs';
import { purity } from './tools/lint/purity.mjs';

const sources = ['libs/*/src/**/*.{ts,tsx}', 'services/*/src/**/*.{ts,tsx}'];
const tests = ['**/*.test.{ts,tsx}', '**/*.contract.ts', 'test/**/*.ts'];

/** Erasable TypeScript, and doors that say what leaves them. */
const syntax = [
  { selector: 'ExportAllDeclaration', message: 'A door names what leaves it: no export *.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings: only erasable TypeScript.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'No namespaces: only erasable TypeScript.' },
  // What Nest injects is written where it is named: such files are translated for their decorators anyway.
  {
    selector: 'TSParameterProperty[decorators.length=0]',
    message: 'Write the field out: only erasable TypeScript.',
  },
  { selector: 'TSImportEqualsDeclaration', message: 'Use import: only erasable TypeScript.' },
];

const errors = (names) => Object.fromEntries(names.map((name) => [name, 'error']));

export default {
  plugins: ['typescript', 'import'],
  jsPlugins: [fileURLToPath(new URL('tools/lint/rules.mjs', import.meta.url))],
  categories: { correctness: 'error' },
  ignorePatterns: [
    '**/dist/**',
    '**/dist-client/**',
    '**/node_modules/**',
    'coverage/**',
    'data/**',
    'bench/out/**',
  ],
  rules: {
    ...errors([
      'eqeqeq',
      'no-array-constructor',
      'no-case-declarations',
      'no-empty',
      'no-fallthrough',
      'no-prototype-builtins',
      'no-regex-spaces',
      'no-unexpected-multiline',
      'no-useless-assignment',
      'no-var',
      'prefer-const',
      'prefer-rest-params',
      'prefer-spread',
      'preserve-caught-error',
      'typescript/ban-ts-comment',
      'typescript/no-empty-object-type',
      'typescript/no-explicit-any',
      'typescript/no-namespace',
      'typescript/no-require-imports',
      'typescript/no-unnecessary-type-constraint',
      'typescript/no-unsafe-function-type',
      'newsmill/disables-with-reason',
    ]),
    'no-control-regex': 'off', // control characters are what readers of foreign bytes look for
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    'typescript/consistent-type-imports': [
      'error',
      { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
    ],
  },
  overrides: [
    {
      files: sources,
      rules: {
        ...errors([
          'newsmill/arrows',
          'newsmill/swallowed-errors',
          'newsmill/casts-with-reason',
          'typescript/no-non-null-assertion',
        ]),
        'newsmill/restricted-syntax': ['error', ...syntax],
      },
    },
    {
      files: sources,
      excludeFiles: tests,
      // By way of types alone neither: what both need lies in a file of its own.
      rules: { 'import/no-cycle': ['error', { ignoreTypes: false }] },
    },
    {
      files: pureLibs.map((lib) => `libs/${lib}/src/**/*.{ts,tsx}`),
      excludeFiles: tests,
      rules: {
        'no-restricted-imports': ['error', { paths: purity.paths, patterns: purity.patterns }],
        'no-restricted-globals': ['error', ...purity.globals],
        'newsmill/restricted-syntax': ['error', ...syntax, ...purity.syntax],
      },
    },
    // Where Nest reads the types of constructor parameters, they must be imported as values.
    {
      files: ['services/api/src/**/*.ts', 'libs/runtime/src/**/*.ts'],
      rules: { 'typescript/consistent-type-imports': 'off' },
    },
    // The typed-array reader: bounds are known by construction there, and checks cost a tenth of its time.
    {
      files: ['libs/clean/src/**/*.ts'],
      rules: { 'typescript/no-non-null-assertion': 'off', 'newsmill/casts-with-reason': 'off' },
    },
    {
      files: tests,
      rules: {
        'newsmill/swallowed-errors': 'off',
        'newsmill/casts-with-reason': 'off',
        'typescript/no-non-null-assertion': 'off',
      },
    },
  ],
};
