import { defineCommand } from '../declare/define-command.ts';
import { allowPrivate, data, sources, sourcesFolder, webOf } from '../declare/mill-options.ts';
import { flag, text, wholeUpTo } from '../declare/options.ts';
import { actOnFiles } from './act-on-files.ts';

export const command = defineCommand({
  name: 'sources add',
  description:
    'add a feed, or what a publisher offers at that address: feeds, news sitemaps, pages that list articles; shows ten articles and what each channel brings of the home page, writes the source file with a test',
  words: '<url>',
  options: {
    id: text('<id>', 'name of the source in all data; made of the host name without it'),
    name: text('<name>', 'name of the publication; the title of the feed without it'),
    all: flag('add every useful channel, not only the best one'),
    sections: wholeUpTo(
      '<n>',
      20,
      'section pages of the home page to look at for feeds and lists of articles, up to 20; without it up to 6, where the channels found bring less than 60 % of the articles of the home page',
    ),
    dryRun: flag('show only, write nothing'),
    sources,
    data,
    allowPrivate,
  },
  examples: [
    'newsmill sources add https://paper.example/feed.xml',
    "newsmill sources add https://paper.example --all --id paper --name 'The Paper' --dry-run",
  ],
  exits: ['done', 'no', 'path', 'unreachable', 'configuration'],
  async run([url], options, environment) {
    const { addSource } = await import('./add-source.ts');
    const directory = sourcesFolder(options, environment);
    return actOnFiles(options.data, environment, () =>
      addSource(url, { ...options, web: webOf(environment), directory }),
    );
  },
});
