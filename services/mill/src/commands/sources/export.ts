import { writeFileSync } from 'node:fs';
import { writeOpml } from '@newsmill/fetch';
import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { exitCodes } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { sourcesIn } from './sources-in.ts';

export const command = defineCommand({
  name: 'sources export',
  description: 'write the feeds of all sources as OPML 2.0, to standard output without a file',
  words: '[file]',
  options: { sources, data },
  examples: ['newsmill sources export feeds.opml'],
  exits: ['done', 'path', 'configuration'],
  async run([file], options, environment) {
    const { feedsOf } = await import('@newsmill/operate');
    const known = sourcesIn(sourcesFolder(options, environment))?.sources() ?? [];
    const feeds = feedsOf(known);
    const opml = writeOpml(feeds, { title: 'newsmill sources', created: Date.now() });
    if (file === undefined) say(opml.trimEnd());
    else writeFileSync(file, opml);
    const others = known.reduce((sum, { channels }) => sum + channels.length, 0) - feeds.length;
    if (others > 0) complain(`${others} channels are no feeds (sitemaps, list pages) and were left out`);
    return exitCodes.done;
  },
});
