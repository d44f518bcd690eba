import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from './pack.ts';
import type { Figures } from './score-run.ts';

interface PythonScores {
  readonly body: Readonly<
    Record<
      string,
      {
        readonly f1: number;
        readonly p: number;
        readonly r: number;
        readonly acc: number;
        readonly wf1?: number;
      }
    >
  >;
  readonly snippets: Readonly<Record<string, { readonly f1: number }>>;
  readonly [name: string]: unknown;
}

const scored = ['title', 'date', 'date_precision', 'authors', 'author_noise'] as const;

/** The figures of score.py under the names of ours. */
function flatten(scores: PythonScores): Record<string, number> {
  const flat: Record<string, number> = {};
  for (const [set, { f1, p, r, acc, wf1 }] of Object.entries(scores.body)) {
    Object.assign(
      flat,
      {
        [`body.${set}`]: f1,
        [`body_precision.${set}`]: p,
        [`body_recall.${set}`]: r,
        [`body_identical.${set}`]: acc,
      },
      wf1 === undefined ? {} : { [`body_words.${set}`]: wf1 },
    );
  }
  for (const [set, { f1 }] of Object.entries(scores.snippets)) flat[`snippets.${set}`] = f1;
  for (const name of scored) {
    // written by score.py, in this form
    const sets = scores[name] as Readonly<Record<string, { readonly score: number }>>;
    for (const [set, { score }] of Object.entries(sets)) flat[`${name}.${set}`] = score;
  }
  for (const name of ['news_body', 'news_title', 'news_date', 'news_authors'])
    if (typeof scores[name] === 'number') flat[name] = scores[name];
  return flat;
}

/**
 * Scores run files with the pack's own score.py: its table as text, its figures by run; undefined without
 * Python.
 */
export function scoreWithPython(
  pack: Pack,
  files: readonly string[],
  json: string,
):
  | { readonly table: string; readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>> }
  | undefined {
  const done = spawnSync(
    'python3',
    [join(pack.folder, 'score.py'), pack.folder, ...files, '--no-ci', '--json', json],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (done.error !== undefined) return undefined;
  if (done.status !== 0)
    throw new Error(
      `score.py ended with ${String(done.status)}: ${done.stderr.trim().split('\n').at(-1) ?? ''}`,
    );
  const scores: Readonly<Record<string, PythonScores>> = JSON.parse(readFileSync(json, 'utf8'));
  return {
    table: done.stdout.trim(),
    figures: Object.fromEntries(Object.entries(scores).map(([run, one]) => [run, flatten(one)])),
  };
}

/** Where our scorer and score.py disagree by more than a thousandth, each as a sentence. */
export function disagreements(
  run: string,
  ours: Figures,
  theirs: Readonly<Record<string, number>>,
): readonly string[] {
  return Object.entries(theirs).flatMap(([row, value]) =>
    Math.abs((ours[row]?.value ?? Number.NaN) - value) <= 1e-3
      ? []
      : [`${run} ${row}: ${String(ours[row]?.value)} here, ${value} by score.py`],
  );
}
