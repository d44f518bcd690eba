import { formatProblem } from '@newsmill/source-files';
import type { examineSource } from '@newsmill/operate';
import { withSecrets } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { asJson, data, sources, sourcesFolder, webOf } from '../declare/mill-options.ts';
import { exitCodes, complain, say } from '@newsmill/service';
import { sourcesIn } from './sources-in.ts';

type Examination = Awaited<ReturnType<typeof examineSource>>;

/** CPU time for reading one answer, milliseconds. */
const readingMs = 10_000;

function show({ id, name, examined }: Examination): void {
  say(`${id}  ${name}`);
  for (const { kind, url, came, findings } of examined) {
    say(`  ${kind} ${url}\n    ${came}${findings.length === 0 ? ' Nothing is wrong with it.' : ''}`);
    for (const { fault, says, next, line } of findings)
      say(`    ${fault}: ${says}\n      to do: ${next}${line === undefined ? '' : `\n      ${line}`}`);
  }
}

/** Needs no mill: the files of the sources, and the network. */
export const command = defineCommand({
  name: 'sources doctor',
  description:
    'ask for the channels of a source (or of all) and one of its pages now, and say why each does not come and what to do; exit code 1 when something is found',
  words: '[id]',
  options: { json: asJson, sources, data },
  examples: ['newsmill sources doctor herald', 'newsmill sources doctor --json'],
  exits: ['done', 'no', 'path', 'configuration'],
  async run([id], options, environment) {
    const directory = sourcesFolder(options, environment);
    const folder = sourcesIn(directory);
    for (const problem of folder.problems()) complain(formatProblem(problem));
    const chosen = folder
      .sources()
      .filter((source) => (id === undefined ? source.enabled : source.id === id));
    if (chosen.length === 0) {
      complain(
        id === undefined
          ? `there are no sources in ${directory}`
          : `there is no source ${id} in ${directory}`,
      );
      return exitCodes.no;
    }
    const { examineSource } = await import('@newsmill/operate');
    const { createHttpClient } = await import('@newsmill/http');
    const { openReadingThread } = await import('@newsmill/reading');
    const web = webOf(environment);
    const http = createHttpClient(web);
    const thread = openReadingThread({ budgetMs: readingMs });
    const ports = { http, thread, now: Date.now, settings: web, secrets: withSecrets(environment) };
    try {
      const all: Examination[] = [];
      for (const source of chosen) {
        const examination = await examineSource(ports, source);
        all.push(examination);
        if (!options.json) show(examination);
      }
      if (options.json) say(JSON.stringify({ sources: all }, null, 2));
      const isWell = all.every(({ examined }) => examined.every(({ findings }) => findings.length === 0));
      return isWell ? exitCodes.done : exitCodes.no;
    } finally {
      await thread.close();
      await http.close();
    }
  },
});
