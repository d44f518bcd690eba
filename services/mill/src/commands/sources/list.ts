import { articlesInWords, sourceOrders, sourceStateNames } from '@newsmill/contracts';
import { formatProblem } from '@newsmill/source-files';
import type { pickSources } from '@newsmill/operate';
import { readSettings, settings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { asJson, data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { oneOf, oneOfOrNone, textOr } from '../declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { sourcesIn } from './sources-in.ts';
import { withState } from './with-state.ts';

type Sources = ReturnType<typeof pickSources>;

function timeOf(at: number | undefined): string {
  return at === undefined ? 'never' : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function show({ sources, problems }: Sources, isNarrowed: boolean): void {
  for (const problem of problems) complain(formatProblem(problem));
  for (const source of sources) {
    const { id, name, state, reason, next, line, today, revisits, channels } = source;
    say(`${id}  ${state}  ${name}  ${articlesInWords(source)}\n  ${reason}`);
    if (next !== undefined) say(`  to do: ${next}${line === undefined ? '' : `\n    ${line}`}`);
    if (today !== undefined && today.bytes + today.pages + today.cpuMs > 0)
      say(`  used today (UTC): ${today.says}`);
    if (revisits !== undefined) say(`  visited again: ${revisits.says}`);
    for (const channel of channels) {
      const { kind, url, lastAt, lastStatus, entries, newEntries, leftOut, waiting, nextAt, why } = channel;
      const last =
        lastAt === undefined
          ? 'never polled'
          : `polled ${timeOf(lastAt)}${lastStatus === undefined ? '' : ` status ${lastStatus}`}${entries === undefined ? '' : `, ${entries} entries, ${newEntries ?? 0} new${(waiting ?? 0) > 0 ? `, ${waiting} wait for later polls` : ''}`}`;
      const own =
        reason.includes(channel.reason) || channel.state === 'new'
          ? ''
          : `    ${channel.state}: ${channel.reason}\n`;
      say(
        `  ${kind} ${url}\n${own}    ${last}; next ${nextAt === undefined ? 'as soon as the mill runs' : timeOf(nextAt)}${why === undefined ? '' : `: ${why}`}`,
      );
      for (const { reason: fault, count, example } of leftOut ?? [])
        say(`    left out: ${count} ${fault}${example === undefined ? '' : `, such as ${example}`}`);
    }
  }
  if (sources.length === 0 && !isNarrowed) complain('no sources; add one with ./newsmill sources add URL');
  else if (sources.length === 0) complain('no source fits');
}

/** Beside a running mill, or before there is one. */
export const command = defineCommand({
  name: 'sources list',
  description:
    'every source with what arrives from it, what to do about it, its last poll, and when and why it is polled next',
  words: '',
  options: {
    find: textOr(
      '<words>',
      '',
      'only those with all these words in id, name, language, country, tags or addresses',
    ),
    state: oneOfOrNone('<state>', sourceStateNames, 'only those in this state'),
    sort: oneOf('<order>', sourceOrders, 'attention', 'those first that need somebody, or another order'),
    json: asJson,
    sources,
    data,
  },
  examples: ['newsmill sources list', 'newsmill sources list --state failing --find "norway" --json'],
  exits: ['done', ...millExits],
  async run(_, options, environment) {
    const { pickSources, readSources } = await import('@newsmill/operate');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const { find: q, state, sort } = options;
    const quotas = readSettings({ ...environment, [settings.data.env]: options.data });
    const all = await withState(options.data, environment, (ports) =>
      readSources({ ...ports, folder, settings: quotas }),
    );
    const view = pickSources(all, { q, state, sort, page: 1, limit: undefined });
    if (options.json) say(JSON.stringify(view, null, 2));
    else show(view, q !== '' || state !== undefined);
    return exitCodes.done;
  },
});
