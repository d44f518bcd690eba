import { defineCommand } from './declare/define-command.ts';
import { data, sources, sourcesFolder } from './declare/mill-options.ts';
import { flag, needed, several } from './declare/options.ts';
import { millExits } from '@newsmill/service';

export const command = defineCommand({
  name: 'backfill',
  description:
    'let the mill read archives of old pages (.warc, .warc.gz; paths or addresses) beside its live work',
  words: '<files...>',
  options: {
    source: needed('<id>', 'source that the pages belong to'),
    within: several('<url...>', 'only addresses that begin so; without it the domains of the source'),
    again: flag('read archives again that were read before'),
    wait: flag('tell of the progress until all have been read'),
    sources,
    data,
  },
  examples: [
    'newsmill backfill pages.warc.gz --source herald',
    'newsmill backfill https://archive.example/2025.warc.gz --source herald --wait',
  ],
  exits: ['done', 'no', ...millExits],
  async run([files], options, environment) {
    const { backfillArchives } = await import('./backfill-archives.ts');
    return backfillArchives(options.data, files, {
      ...options,
      directory: sourcesFolder(options, environment),
    });
  },
});
