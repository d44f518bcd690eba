import { articleFormats } from '../choices.ts';
import { defineCommand } from '../declare/define-command.ts';
import { allowPrivate, data, sourcesFolder, webOf } from '../declare/mill-options.ts';
import { oneOf, text, textOr } from '../declare/options.ts';
import { exitCodes, complain } from '@newsmill/service';

/** Ends with `no` when the page is no article, or a line of the manifest could not be read. */
export const command = defineCommand({
  name: 'extract',
  description:
    'print the article of a page: an address, a file, or - for standard input; or read all pages of a manifest',
  words: '[target]',
  options: {
    format: oneOf(
      '<format>',
      articleFormats,
      'markdown',
      'form of the article; markdown also tells where each field was found and what was taken away, facts tells what enrich finds in it',
    ),
    url: text('<url>', 'address of a page that comes from a file'),
    manifest: text(
      '<file>',
      'JSON lines {id, url, html}: files below the folder of the manifest, .gz allowed; every line gets an answer',
    ),
    out: textOr(
      '<file>',
      '-',
      'with --manifest: file of the answers, one JSON line for each page; - is standard output',
    ),
    charset: text('<name>', 'with --manifest: charset of all pages; without it they say it themselves'),
    source: text(
      '<id>',
      'source as which the page is requested and read; without it the one to which its address belongs',
    ),
    sources: text(
      '<folder>',
      'folder of the source files, whose settings hold here too for pages of their sites; <data>/sources without it',
    ),
    data,
    allowPrivate,
  },
  examples: [
    'newsmill extract https://paper.example/story',
    'newsmill extract page.html --url https://paper.example/story --format json',
    'newsmill extract --manifest pages/in.jsonl --out articles.jsonl',
  ],
  exits: ['done', 'no', 'path', 'unreachable', 'configuration'],
  async run([target], options, environment) {
    const { manifest, out, charset } = options;
    if ((target === undefined) === (manifest === undefined)) {
      complain('name a page (an address, a file or -), or give --manifest FILE');
      return exitCodes.usage;
    }
    if (target === undefined) {
      const { extractBatch } = await import('./extract-batch.ts');
      return extractBatch({ manifest: manifest ?? '', out, charset });
    }
    const { extractPage } = await import('./extract-page.ts');
    const directory = sourcesFolder(options, environment);
    return extractPage(target, {
      ...options,
      web: webOf(environment),
      directory,
      secrets: environment,
    });
  },
});
