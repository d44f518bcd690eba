import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder, webOf } from '../declare/mill-options.ts';

export const command = defineCommand({
  name: 'sources record',
  description:
    'write a page of a source, and the article that is made of it now, beside the source file, for `sources test`',
  words: '<id> <url>',
  options: { sources, data },
  examples: ['newsmill sources record herald https://herald.example/news/home'],
  exits: ['done', 'no', 'path', 'unreachable', 'configuration'],
  async run([id, url], options, environment) {
    const { recordSourcePage } = await import('./recorded.ts');
    const directory = sourcesFolder(options, environment);
    return recordSourcePage(id, url, {
      directory,
      web: webOf(environment),
      secrets: environment,
    });
  },
});
