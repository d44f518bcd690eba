import { readSettings, settings } from '@newsmill/settings';
import { defineCommand } from './declare/define-command.ts';
import { asJson, data } from './declare/mill-options.ts';
import { exitCodes, millExits, say } from '@newsmill/service';
import { withPorts } from './with-ports.ts';

/** A span of time in the unit that suits it. */
function took(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  return ms < 120_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`;
}

/** Ends with `no` when newsmill has never seen the address. */
export const command = defineCommand({
  name: 'trace',
  description: 'where an article is, and why',
  words: '<url>',
  options: { json: asJson, data },
  examples: ['newsmill trace https://paper.example/story'],
  exits: ['done', 'no', ...millExits],
  async run([url], { json, data: folder }, environment) {
    const { traceUrl } = await import('@newsmill/operate');
    const chosen = readSettings({ ...environment, [settings.data.env]: folder });
    const found = await withPorts(folder, (ports) => traceUrl(url, { ...ports, settings: chosen }));
    if (json) say(JSON.stringify(found, null, 2));
    else {
      say(`${found.url}\nitem ${found.item}`);
      if (found.traceId !== undefined)
        say(`trace ${found.traceId}${found.viewer === undefined ? '' : `: ${found.viewer}`}`);
      let before: number | undefined;
      for (const event of [...found.events].sort((a, b) => a.at - b.at)) {
        const since = before === undefined ? '' : `+${took(Math.max(0, event.at - before))}`;
        before = event.at;
        say(
          `  ${new Date(event.at).toISOString()}  ${since.padStart(9)}  ${event.stage.padEnd(8)}  ${event.fate}${event.reason === undefined ? '' : ` (${event.reason})`}${event.detail === undefined ? '' : `: ${event.detail}`}`,
        );
      }
      if (found.article !== undefined)
        say(`article ${found.article.id}: ${found.article.title} (${found.article.published})`);
      if (found.article?.hiddenBy !== undefined)
        say(
          `hidden from searches that do not ask for it (${found.article.hiddenBy.map((flag) => `flag:${flag}`).join(', ')})`,
        );
      if (found.meaning !== undefined) say(found.meaning);
      say(`${found.next}${found.nextAt === undefined ? '' : ` (${found.nextAt})`}`);
    }
    return found.fate === undefined ? exitCodes.no : exitCodes.done;
  },
});
