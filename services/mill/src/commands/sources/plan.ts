import { readFileSync, statSync } from 'node:fs';
import { formatProblem, openSourceFolder, validateSources, type Problem } from '@newsmill/source-files';
import type { PlannedSource, SourcesPlan, WantedSources } from '@newsmill/operate';
import { readSettings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { asJson, data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes, millExits } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { sourcesIn } from './sources-in.ts';
import { withState } from './with-state.ts';

const noFolder = { sources: () => [], isUnsure: () => false };

const marks: Readonly<Record<PlannedSource['effect'], string>> = {
  added: '+',
  changed: '~',
  removed: '-',
  kept: '!',
};

function requestWords({ before, after }: Pick<PlannedSource, 'before' | 'after'>): string {
  const part = (name: string, old: number | undefined, next: number | undefined) =>
    old === next
      ? `${next ?? 'not known'} of ${name}`
      : `${[old, next].filter((count) => count !== undefined).join(' -> ')} of ${name}`;
  const pages = [before?.pages, after?.pages];
  const isKnown = pages.some((count) => (count ?? 0) > 0);
  return [
    part('channels', before?.polls, after?.polls),
    ...(isKnown ? [part('pages', pages[0], pages[1])] : []),
  ].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function leftWords({ articles, waiting, underWay }: NonNullable<PlannedSource['leaves']>): string {
  return [
    `leaves ${counted(articles, 'article')}, which stay and are visited no more`,
    ...(waiting > 0 ? [`${counted(waiting, 'page')} waiting to be fetched will be dropped (no-source)`] : []),
    ...(underWay > 0 ? [`${counted(underWay, 'page')} fetched already will go on`] : []),
  ].join('; ');
}

function show({ sources: planned, unchanged, partly, requests }: SourcesPlan): void {
  for (const source of planned) {
    const { id, name, effect, changes, insteadOf, isPartly, leaves } = source;
    say(
      `${marks[effect]} ${id}  ${effect}${name === undefined ? '' : `  ${name}`}\n    requests a day: ${requestWords(source)}`,
    );
    if (insteadOf !== undefined)
      say(`    has a channel of ${insteadOf}, which goes: is its id meant to change?`);
    if (effect === 'kept') say('    its file cannot be read: the mill keeps the source as it is');
    if (leaves !== undefined) say(`    ${leftWords(leaves)}`);
    if (isPartly === true && changes.length > 0)
      say('    its channels alone could be compared: what else it said when it was taken up is not known');
    for (const { path, before, after } of changes)
      say(
        `    ${path}: ${before === undefined && after === undefined ? 'changed' : before === undefined ? `+ ${after}` : after === undefined ? `- ${before}` : `${before} -> ${after}`}`,
      );
  }
  const count = (effect: PlannedSource['effect']) => planned.filter((one) => one.effect === effect).length;
  say(
    `${count('added')} added, ${count('changed')} changed, ${count('removed')} removed, ${unchanged + count('kept')} as they are\nrequests a day in all: ${requestWords(requests)}`,
  );
  if (partly > 0)
    say(
      `of ${partly} the channels alone were compared: what else they said when the mill took them up is not known`,
    );
}

/** The sources of a folder, which are all there would be, or that of one file, beside which the others stay. */
function readWanted(path: string): { readonly wanted: WantedSources; readonly problems: readonly Problem[] } {
  if (statSync(path).isDirectory()) {
    const folder = openSourceFolder(path);
    const wanted = { sources: folder.sources(), isWhole: true, isUnsure: folder.isUnsure };
    return { wanted, problems: folder.problems() };
  }
  const { sources: read, problems } = validateSources([{ path, text: readFileSync(path, 'utf8') }]);
  return { wanted: { sources: read, isWhole: false }, problems };
}

/** Needs no running mill, asks nobody, changes nothing. */
export const command = defineCommand({
  name: 'sources plan',
  description:
    'what changed source files would do: sources that come, go and change, and the requests a day that this asks of publishers; changes nothing',
  words: '[path]',
  wordMeanings: {
    '[path]':
      'folder of changed source files, or one file, compared with those of the mill; without it, those of the mill, compared with the sources as it took them up last',
  },
  options: { json: asJson, sources, data },
  examples: [
    'newsmill sources plan checkout/sources',
    'newsmill sources plan herald.yaml',
    'newsmill sources plan --json',
  ],
  exits: ['done', ...millExits],
  async run([named], options, environment) {
    const { planMill } = await import('@newsmill/operate');
    const { knownDemoSources } = await import('../../demo/open-demo.ts');
    const own = sourcesIn(sourcesFolder(options, environment));
    const { wanted, problems } =
      named === undefined ? { wanted: undefined, problems: own?.problems() ?? [] } : readWanted(named);
    for (const problem of problems) complain(formatProblem(problem));
    const builtIn = new Set(knownDemoSources(options.data).map(({ id }) => id));
    const settings = readSettings(environment);
    const plan = await withState(options.data, environment, ({ state }) =>
      planMill({ folder: own ?? noFolder, state, settings, now: Date.now }, { wanted, builtIn }),
    );
    if (options.json) say(JSON.stringify({ ...plan, problems }, null, 2));
    else show(plan);
    return problems.length > 0 ? exitCodes.configuration : exitCodes.done;
  },
});
