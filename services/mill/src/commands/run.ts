import { setTimeout as sleep } from 'node:timers/promises';
import { BadSettings, readSettings, stopOnSignals } from '@newsmill/runtime';
import { demoSources } from '../serve-demo.ts';
import { BadSources, NotDistributed, runMill, type Mill } from '../run-mill.ts';
import type { ServiceName } from '../service-names.ts';
import { complain, say } from '../say.ts';
import { badConfiguration } from './validate.ts';

const demoArticles = 24;

/** Waits until the demonstration paper can be searched; answers how many of its articles are there. */
async function demoSearchable(mill: Mill, limitMs: number): Promise<number> {
  const sources = demoSources(mill.demo ?? '').map((source) => source.id);
  const end = Date.now() + limitMs;
  for (;;) {
    const page = await mill.running.ports.library.search({ sources, sort: 'newest', limit: 1, facets: [] });
    if (page.total >= demoArticles || Date.now() > end) return page.total;
    await sleep(150);
  }
}

function welcome(mill: Mill): string {
  const { key, folder } = mill;
  if (key === undefined) return `this process: ${mill.address}/readyz, /livez, /metrics`;
  return [
    '',
    `console and search:  ${mill.address}/`,
    `API:                 ${mill.address}/api/v1/search?q=harbour`,
    `sources:             ${folder?.directory} (${folder?.sources().length} sources; a changed file is taken up by itself)`,
    '',
    ...(key.isNew ? [`key for changes (shown once, kept in ${key.path}):`, `  ${key.key}`, ''] : []),
    'what to try next:',
    '  ./newsmill sources add URL     add a feed, or a page that links to one',
    '  ./newsmill extract URL         see the article in any page',
    '  ./newsmill trace URL           where an article is, and why',
    '',
  ].join('\n');
}

/** Names what is missing until everything is there: an operator at the terminal must not have to guess. */
async function started({ running }: Mill): Promise<void> {
  const { health } = running.ports;
  let told = '';
  const telling = setInterval(() => {
    const missing = health
      .problems()
      .map(({ name, reason }) => `${name}: ${reason}`)
      .join('; ');
    if (missing !== told && missing !== '') say(`waiting for ${missing}`);
    told = missing;
  }, 2_000);
  try {
    return await running.started;
  } finally {
    clearInterval(telling);
  }
}

/** `newsmill run`: the mill, or the named services of it, until a signal ends it. Answers an exit code only when it cannot start. */
export async function run(
  environment: Readonly<Record<string, string | undefined>>,
  services?: readonly ServiceName[],
): Promise<number | undefined> {
  const began = Date.now();
  say(`newsmill starting${services === undefined ? '' : `: ${services.join(', ')}`}`);
  try {
    const mill = await runMill(readSettings(environment), environment, services);
    stopOnSignals({ ...mill.running, stop: mill.stop });
    await started(mill);
    if (mill.demo !== undefined) {
      const found = await demoSearchable(mill, 60_000);
      say(
        `${found} articles of the demonstration paper can be searched, ${((Date.now() - began) / 1_000).toFixed(1)} s after the start`,
      );
    }
    say(welcome(mill));
    return undefined;
  } catch (error) {
    if (
      !(error instanceof BadSettings) &&
      !(error instanceof BadSources) &&
      !(error instanceof NotDistributed)
    )
      throw error;
    complain(error.message);
    return badConfiguration;
  }
}
