// Violations that must be found: they prove in every run that the rules are awake. They are written into a folder of
// their own. `rule` must be reported for `bad`; `good`, its neighbour, must pass.

export const planted = [
  {
    rule: 'newsmill/arrows',
    path: 'libs/clean/src/planted.ts',
    bad: "import { parseFeed } from '@newsmill/fetch';\nexport const x = parseFeed;\n",
    good: "import { urlKey } from '@newsmill/text';\nexport const x = urlKey;\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/text/src/planted.ts',
    bad: "import { x } from '../../settings/src/settings.ts';\nexport const y = x;\n",
    good: "import { x } from './url-key.ts';\nexport const y = x;\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/runtime/src/planted.ts',
    bad: "const x = await import('@newsmill/clean');\nexport const y = x;\n",
    good: "const x = await import('@newsmill/bus');\nexport const y = x;\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/fetch/src/planted.ts',
    bad: "import { x } from './index.ts';\nexport const y = x;\n",
    good: "import { x } from './feeds/parse-feed.ts';\nexport const y = x;\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/http/src/index.ts',
    bad: "export { hostAndPort } from '@newsmill/text';\n",
    good: "export { HttpFailure } from './http-failure.ts';\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/operate/src/planted.ts',
    bad: "import { x } from '../../store/src/testing/sample-article.ts';\nexport const y = x;\n",
    good: "import { openSqliteState } from '@newsmill/store';\nexport const y = openSqliteState;\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/operate/src/planted.test.ts',
    bad: "import { x } from '../../store/src/state/state.ts';\nx();\n",
    good: "import { x } from '../../store/src/testing/sample-article.ts';\nx();\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/store/src/planted.test.ts',
    bad: "import { x } from '../../runtime/src/testing/open-test-ports.ts';\nx();\n",
    good: "import { x } from './testing/sample-article.ts';\nx();\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/store/src/library/elastic/search/planted.ts',
    bad: "import { x } from '../../sqlite/search/match-expression.ts';\nexport const y = x;\n",
    good: "import { x } from '../../query/word-pairs.ts';\nexport const y = x;\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/store/src/library/sqlite/planted.ts',
    bad: "export { x } from '../elastic/analysis.ts';\n",
    good: "export { x } from '../../sqlite/columns.ts';\n",
  },
  {
    rule: 'newsmill/arrows',
    path: 'libs/store/src/archive/s3/planted.ts',
    bad: "const x = await import('../disk/disk-archive.ts');\nexport const y = x;\n",
    good: "const x = await import('../warc/warc-record.ts');\nexport const y = x;\n",
  },
  {
    rule: 'eslint/no-restricted-imports',
    path: 'libs/clean/src/planted.ts',
    bad: "import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n",
    good: "import { createHash } from 'node:crypto';\nexport const x = createHash;\n",
  },
  {
    rule: 'eslint/no-restricted-imports',
    path: 'libs/enrich/src/planted.ts',
    bad: "import { request } from 'undici';\nexport const x = request;\n",
    good: "import { z } from 'zod';\nexport const x = z;\n",
  },
  {
    rule: 'eslint/no-restricted-imports',
    path: 'libs/text/src/planted.ts',
    bad: "import { connect } from 'node:net';\nexport const x = connect;\n",
    good: "import { isIP } from 'node:net';\nexport const x = isIP;\n",
  },
  {
    rule: 'eslint/no-restricted-globals',
    path: 'libs/fetch/src/planted.ts',
    bad: 'export const x = process.env;\n',
    good: 'export const x = 1;\n',
  },
  {
    rule: 'eslint/no-restricted-globals',
    path: 'libs/search/src/planted.ts',
    bad: "export const x = fetch('https://paper.example/');\n",
    good: 'export const x = (fetch: number) => fetch;\n',
  },
  {
    rule: 'newsmill/restricted-syntax',
    path: 'libs/enrich/src/planted.ts',
    bad: 'export const x = Date.now();\n',
    good: 'export const x = new Date(0);\n',
  },
  {
    rule: 'newsmill/restricted-syntax',
    path: 'libs/clean/src/planted.ts',
    bad: 'export const x = Math.random();\n',
    good: 'export const x = Math.max(1, 2);\n',
  },
  {
    rule: 'newsmill/restricted-syntax',
    path: 'libs/bus/src/planted.ts',
    bad: "export * from './bus.ts';\n",
    good: "export { x } from './bus.ts';\n",
  },
  {
    rule: 'newsmill/restricted-syntax',
    path: 'services/api/src/planted.ts',
    bad: 'export enum X { A }\n',
    good: "export type X = 'a' | 'b';\n",
  },
  {
    rule: 'newsmill/swallowed-errors',
    path: 'libs/runtime/src/planted.ts',
    bad: 'export function x(f: () => void) { try { f(); } catch (error) { console.error(error); } }\n',
    good: "export function x(f: () => void) { try { f(); } catch (error) { throw new Error('x', { cause: error }); } }\n",
  },
  {
    rule: 'newsmill/swallowed-errors',
    path: 'services/fetch/src/planted.ts',
    bad: 'export const x = (p: Promise<void>) => p.catch(() => {});\n',
    good: 'export const x = (p: Promise<void>) => p.catch(() => undefined);\n',
  },
  {
    rule: 'newsmill/swallowed-errors',
    path: 'libs/store/src/planted.ts',
    bad: 'export function x(f: () => void) { try { f(); } catch { [1].map(() => { return 1; }); } }\n',
    good: 'export function x(f: () => number) { try { return f(); } catch { return 0; } }\n',
  },
  {
    rule: 'newsmill/swallowed-errors',
    path: 'libs/bus/src/planted.ts',
    bad: 'export function x(f: () => void, reject: (e?: unknown) => void) { try { f(); } catch (error) { reject(); } }\n',
    good: 'export function x(f: () => void, reject: (e: unknown) => void) { try { f(); } catch (error) { reject(error); } }\n',
  },
  {
    rule: 'newsmill/casts-with-reason',
    path: 'libs/http/src/planted.ts',
    bad: 'export const x = (y: unknown) => y as string;\n',
    good: "export const x = ['a'] as const;\nexport const z = (y: unknown) => y as string; // the reader above has checked it\n// so has this\nexport const w = (y: unknown) => y as string;\n",
  },
  {
    rule: 'typescript/no-explicit-any',
    path: 'libs/http/src/planted.ts',
    bad: 'export const x = (y: any): number => y;\n',
    good: 'export const x = (y: unknown): boolean => y === 1;\n',
  },
  {
    rule: 'typescript/no-non-null-assertion',
    path: 'libs/store/src/planted.ts',
    bad: 'export const x = (y?: number): number => y!;\n',
    good: 'export const x = (y?: number): number => y ?? 0;\n',
  },
  {
    rule: 'newsmill/disables-with-reason',
    path: 'libs/store/src/planted.ts',
    bad: 'export const x = 1; // eslint-disable-line no-var\n',
    good: 'export const x = 1; // eslint-disable-line no-var -- shown to the planted test\n',
  },
  {
    rule: 'newsmill/disables-with-reason',
    path: 'libs/bus/src/planted.ts',
    bad: 'export const x = 1; // oxlint-disable-line no-var\n',
    good: 'export const x = 1; // oxlint-disable-line no-var -- shown to the planted test\n',
  },
  {
    rule: 'import/no-cycle',
    path: 'libs/bus/src/planted.ts',
    bad: "import { type Back } from './back.ts';\nexport type X = Back;\n",
    good: "import { type Back } from './calm.ts';\nexport type X = Back;\n",
    beside: {
      'libs/bus/src/back.ts': "export { type X as Back } from './planted-29.ts';\n",
      'libs/bus/src/calm.ts': 'export type Back = 1;\n',
    },
  },
];

const said = (isLate) =>
  `export const say = ${isLate ? 'async ' : ''}(): ${isLate ? 'Promise<number>' : 'number'} => 1;\n`;
/** A small mill whose file does wrong only when what it imports answers later, and where that is found then. */
export const plantedPromises = {
  before: {
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        noEmit: true,
        allowImportingTsExtensions: true,
        strict: true,
        types: [],
      },
      include: ['libs/*/src/**/*.ts', 'services/*/src/**/*.ts'],
    }),
    'libs/text/src/say.ts': said(false),
    'services/mill/src/main.ts':
      "import { say } from '../../../libs/text/src/say.ts';\nsay();\nexport const x = say() ? 1 : 2;\nvoid say();\n",
  },
  change: { 'libs/text/src/say.ts': said(true) },
  found: ['services/mill/src/main.ts:2:1', 'services/mill/src/main.ts:3:18'],
};

/** A small mill with a forgotten function, a lost file and too wide a door, and what is found of them. */
export const plantedUncalled = {
  files: {
    'package.json':
      '{ "name": "planted", "private": true, "type": "module", "workspaces": ["libs/*", "services/*"] }',
    'libs/text/package.json':
      '{ "name": "@planted/text", "type": "module", "exports": { ".": { "newsmill-source": "./src/index.ts", "default": "./dist/index.js" } } }',
    'libs/text/src/index.ts': [
      "export { called, tested } from './words.ts';",
      "export { inner } from './letters.ts';",
      '/** @public For others. */',
      "export { offered } from './signs.ts';",
      '',
    ].join('\n'),
    'libs/text/src/letters.ts': 'export const inner = () => 1;\n',
    'libs/text/src/signs.ts': 'export const offered = 1;\n',
    'libs/text/src/words.ts': [
      "import { inner } from './letters.ts';",
      'export const called = inner;',
      'export const forgotten = () => 2;',
      'export const tested = () => 3;',
      '',
    ].join('\n'),
    'libs/text/src/words.test.ts':
      "import { called, forgotten } from './words.ts';\nvoid called() + forgotten();\n",
    'libs/text/src/lost.ts': 'export const nothing = 0;\n',
    'services/mill/package.json':
      '{ "name": "@planted/mill", "type": "module", "dependencies": { "@planted/text": "*" } }',
    'services/mill/src/index.ts': '',
    'services/mill/src/main.test.ts': "import { tested } from '@planted/text';\nvoid tested();\n",
    'services/mill/src/main.ts': "import { called } from '@planted/text';\nvoid called();\n",
  },
  found: [
    'libs/text/src/index.ts inner',
    'libs/text/src/index.ts tested',
    'libs/text/src/lost.ts',
    'libs/text/src/words.ts forgotten',
    'libs/text/src/words.ts tested',
  ],
};
