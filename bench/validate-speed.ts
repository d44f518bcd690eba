/*
 * CPU time of `newsmill validate` over many source files, the start of the command included.
 * Run: npm run bench -- validate 10000
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceInput } from '@newsmill/contracts';
import { sourceToYaml } from '@newsmill/source-files';

const rounds = 5;
const main = fileURLToPath(new URL('../services/mill/dist/main.js', import.meta.url));

/** A source as keepers write them: two channels, a rule, tags, limits. */
function sourceOf(number: number): SourceInput {
  const site = `https://paper-${number}.example`;
  return {
    id: `paper-${number}`,
    name: `The Paper of Town ${number}`,
    language: 'en',
    country: 'GB',
    timeZone: 'Europe/London',
    channels: [
      { kind: 'feed', url: `${site}/feed.xml` },
      { kind: 'list', url: `${site}/latest`, select: 'main article h2 a', interval: '30m' },
    ],
    tags: ['local', `region-${number % 20}`],
    limits: { delay: '2s' },
    exclude: [{ url: ['/sport/*'] }],
  };
}

/** Seconds of user and system time of one run, as the shell counts them for its children (POSIX, times). */
function cpuOf(words: readonly string[]): number {
  const out = execFileSync('/bin/sh', [
    '-c',
    '"$@" > /dev/null; times',
    'sh',
    process.execPath,
    main,
    ...words,
  ]);
  const children = out.toString().trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function median(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(2);
}

export function benchValidate([count = '10000']: readonly string[]): void {
  const files = Number(count);
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-validate-'));
  try {
    for (let number = 0; number < files; number += 1)
      writeFileSync(join(folder, `paper-${number}.yaml`), sourceToYaml(sourceOf(number)));
    const runs = Array.from({ length: rounds }, () => cpuOf(['validate', folder]));
    const starts = Array.from({ length: rounds }, () => cpuOf(['validate', '--help']));
    console.log(
      `validate, ${files} files: ${median(runs)} CPU s (median of ${runs.map((run) => run.toFixed(2)).join(' ')}); the start of a command alone ${median(starts)} CPU s`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
