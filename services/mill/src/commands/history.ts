import { defineCommand } from './declare/define-command.ts';
import { asJson, data, sources, sourcesFolder } from './declare/mill-options.ts';
import { exitCodes, millExits, say } from '@newsmill/service';
import { sourcesIn } from './sources/sources-in.ts';
import { withPorts } from './with-ports.ts';

/** Edits that are shown at most. */
const most = 20;

/** Ends with `no` when there is no such article. */
export const command = defineCommand({
  name: 'history',
  description: 'what a publisher changed of an article since it was first read: headline and sentences',
  words: '<article>',
  options: { json: asJson, sources, data },
  examples: ['newsmill history https://paper.example/story', 'newsmill history 5f1d3c9ab2e84c60 --json'],
  exits: ['done', 'no', ...millExits],
  async run([article], options, environment) {
    const { editLines, readHistory, traceUrl } = await import('@newsmill/operate');
    const { sourceOf } = sourcesIn(sourcesFolder(options, environment));
    const history = await withPorts(options.data, async ({ library, state }) => {
      const id = article.includes('/') ? (await traceUrl(article, { library, state })).article?.id : article;
      return readHistory({ library, folder: { sourceOf }, now: Date.now }, id ?? article, 'article');
    });
    if (options.json) {
      say(JSON.stringify(history, null, 2));
      return exitCodes.done;
    }
    const [first] = history.versions;
    const count = history.versions.length - 1;
    say(`${history.id}: ${count === 1 ? '1 edit' : `${count} edits`}`);
    if (first !== undefined) say(`${first.from}  ${first.title}`);
    for (const { at, classes, lines } of editLines(history, most))
      say(`${at}  ${classes.join(', ')}\n${lines.map((line) => `  ${line}`).join('\n')}`);
    return exitCodes.done;
  },
});
