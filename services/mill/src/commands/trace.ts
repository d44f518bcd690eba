import { defineCommand } from './declare/define-command.ts';
import { asJson, data } from './declare/mill-options.ts';
import { exitCodes, millExits } from './telling/exit-codes.ts';
import { say } from './telling/say.ts';
import { withPorts } from './with-ports.ts';

/** Ends with `no` when newsmill has never seen the address. */
export const command = defineCommand({
  name: 'trace',
  description: 'where an article is, and why',
  words: '<url>',
  options: { json: asJson, data },
  examples: ['newsmill trace https://paper.example/story'],
  exits: ['done', 'no', ...millExits],
  async run([url], { json, data: folder }) {
    const { traceUrl } = await import('@newsmill/operate');
    const found = await withPorts(folder, (ports) => traceUrl(url, ports));
    if (json) say(JSON.stringify(found, null, 2));
    else {
      say(`${found.url}\nitem ${found.item}`);
      for (const event of [...found.events].sort((a, b) => a.at - b.at))
        say(
          `  ${new Date(event.at).toISOString()}  ${event.stage.padEnd(8)}  ${event.fate}${event.reason === undefined ? '' : ` (${event.reason})`}${event.detail === undefined ? '' : `: ${event.detail}`}`,
        );
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
