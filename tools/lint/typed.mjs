// Rules that need types: a promise that nobody waits for loses its error. Kept apart from eslint.config.mjs, since text that
// lies in no file (tools/lint/planted.mjs, an editor's buffer) has no types.
import tseslint from 'typescript-eslint';

export const typed = [
  {
    files: ['libs/*/src/**/*.{ts,tsx}', 'services/*/src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
];
