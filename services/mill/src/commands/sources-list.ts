import { isDistributed, readSettings, settings } from '@newsmill/runtime';
import { readSources } from '@newsmill/service-api';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { complain, say } from '../say.ts';
import { sourcesIn } from './sources-exchange.ts';
import { withPorts } from './with-ports.ts';

type Sources = Awaited<ReturnType<typeof readSources>>;

/** Nobody has polled anything yet. */
const emptyState = { channels: () => Promise.resolve([]), countFates: () => Promise.resolve([]) };

function timeOf(at: number | undefined): string {
  return at === undefined ? 'never' : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function show({ sources, problems }: Sources): void {
  for (const { file, line, column, message } of problems) complain(`${file}:${line}:${column} ${message}`);
  for (const { id, name, state, reason, indexed, channels } of sources) {
    say(`${id}  ${state}  ${name}  ${indexed} article${indexed === 1 ? '' : 's'}\n  ${reason}`);
    for (const { kind, url, lastAt, lastStatus, entries, newEntries, nextAt, why } of channels) {
      const last =
        lastAt === undefined
          ? 'never polled'
          : `polled ${timeOf(lastAt)}${lastStatus === undefined ? '' : ` status ${lastStatus}`}${entries === undefined ? '' : `, ${entries} entries, ${newEntries ?? 0} new`}`;
      say(
        `  ${kind} ${url}\n    ${last}; next ${nextAt === undefined ? 'as soon as the mill runs' : timeOf(nextAt)}${why === undefined ? '' : `: ${why}`}`,
      );
    }
  }
  if (sources.length === 0) complain('no sources; add one with ./newsmill sources add URL');
}

/** `newsmill sources list`: every source with its state, its last poll, and when and why it is polled next; beside a running mill, or before there is one. */
export async function listSources(
  data: string,
  options: { readonly directory: string; readonly json: boolean },
): Promise<number> {
  const folder = sourcesIn(options.directory);
  const read = (state: Parameters<typeof readSources>[0]['state']) =>
    readSources({
      state,
      sources: () => folder?.sources() ?? [],
      sourceProblems: () => folder?.problems() ?? [],
    });
  const isThere =
    isDistributed(readSettings({ ...process.env, [settings.data.env]: data })) ||
    existsSync(join(data, 'mill.db'));
  const view = await (isThere ? withPorts(data, ({ state }) => read(state)) : read(emptyState));
  if (options.json) say(JSON.stringify(view, null, 2));
  else show(view);
  return 0;
}
