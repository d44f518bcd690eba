// Violations that must be found: they prove in every run that the rules are awake. Checked as text, never
// written to disk. `rule` must be reported for `bad`; `good`, its neighbour, must pass.

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
    rule: 'no-restricted-imports',
    path: 'libs/clean/src/planted.ts',
    bad: "import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n",
    good: "import { createHash } from 'node:crypto';\nexport const x = createHash;\n",
  },
  {
    rule: 'no-restricted-imports',
    path: 'libs/enrich/src/planted.ts',
    bad: "import { request } from 'undici';\nexport const x = request;\n",
    good: "import { z } from 'zod';\nexport const x = z;\n",
  },
  {
    rule: 'no-restricted-imports',
    path: 'libs/text/src/planted.ts',
    bad: "import { connect } from 'node:net';\nexport const x = connect;\n",
    good: "import { isIP } from 'node:net';\nexport const x = isIP;\n",
  },
  {
    rule: 'no-restricted-globals',
    path: 'libs/fetch/src/planted.ts',
    bad: 'export const x = process.env;\n',
    good: 'export const x = 1;\n',
  },
  {
    rule: 'no-restricted-globals',
    path: 'libs/search/src/planted.ts',
    bad: "export const x = fetch('https://paper.example/');\n",
    good: 'export const x = (fetch: number) => fetch;\n',
  },
  {
    rule: 'no-restricted-syntax',
    path: 'libs/enrich/src/planted.ts',
    bad: 'export const x = Date.now();\n',
    good: 'export const x = new Date(0);\n',
  },
  {
    rule: 'no-restricted-syntax',
    path: 'libs/clean/src/planted.ts',
    bad: 'export const x = Math.random();\n',
    good: 'export const x = Math.max(1, 2);\n',
  },
  {
    rule: 'no-restricted-syntax',
    path: 'libs/bus/src/planted.ts',
    bad: "export * from './bus.ts';\n",
    good: "export { x } from './bus.ts';\n",
  },
  {
    rule: 'no-restricted-syntax',
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
    rule: '@typescript-eslint/no-explicit-any',
    path: 'libs/http/src/planted.ts',
    bad: 'export const x = (y: any): number => y;\n',
    good: 'export const x = (y: unknown): boolean => y === 1;\n',
  },
  {
    rule: '@typescript-eslint/no-non-null-assertion',
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
];
