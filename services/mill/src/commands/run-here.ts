import { setTimeout as sleep } from 'node:timers/promises';
import { describePlan, openTelling, stopOnSignals, takeOverOutput, type Telling } from '@newsmill/runtime';
import {
  readSettings,
  tellSettings,
  unusedSettings,
  withSecrets,
  type Settings,
  type ToldSetting,
  type UnusedSetting,
} from '@newsmill/settings';
import { runMill, type Mill } from '../process/run-mill.ts';
import { shortSecrets } from '../process/short-secrets.ts';
import type { ServiceName } from '@newsmill/contracts';
import type { Environment } from './declare/define-command.ts';
import { endSoon } from './telling/end-soon.ts';
import type { ExitCode } from './telling/exit-codes.ts';
import { explainFailure } from './telling/explain-failure.ts';
import { complain, say } from './telling/say.ts';

/** So many articles fill the first page of the console. */
const firstPage = 20;
/** Mistakes in source files that the start names. */
const mostTold = 20;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Waits until the demonstration fills a page of the console; answers how many of its articles are there. */
async function demoSearchable(mill: Mill, limitMs: number): Promise<number> {
  const { demoSources } = await import('../demo/serve-demo.ts');
  const sources = demoSources(mill.demo ?? '').map((source) => source.id);
  const end = Date.now() + limitMs;
  for (;;) {
    const page = await mill.running.ports.library.search({ sources, sort: 'newest', limit: 1, facets: [] });
    if (page.total >= firstPage || Date.now() > end) return page.total;
    await sleep(150);
  }
}

function welcome(mill: Mill): string {
  const { key, folder } = mill;
  const { metricsAddress } = mill.running;
  const metrics = metricsAddress === mill.address ? '/metrics' : `${metricsAddress}/metrics`;
  if (key === undefined) return `this process: ${mill.address}/readyz, /livez, ${metrics}`;
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

/** Mistakes in source files, where this process reads them: the start goes on without these files. */
async function tellSources({ folder }: Mill): Promise<void> {
  const problems = folder?.problems() ?? [];
  if (problems.length === 0) return;
  const { formatProblem } = await import('@newsmill/source-files');
  for (const problem of problems.slice(0, mostTold)) complain(formatProblem(problem));
  if (problems.length > mostTold)
    complain(`and ${problems.length - mostTold} more; ./newsmill validate names them all`);
  complain(
    `${counted(new Set(problems.map(({ file }) => file)).size, 'source file')} left out, everything else goes on; mended files are taken up by themselves`,
  );
}

/** Secrets that no source refers to, by the process that reads them; one of them may be meant by a bad file. */
async function strangeSecrets(
  { folder }: Mill,
  { secrets, services }: Start,
): Promise<readonly UnusedSetting[]> {
  if (folder === undefined || services?.includes('fetch') === false || folder.problems().length > 0)
    return [];
  const { unusedSecrets } = await import('@newsmill/source-files');
  return unusedSecrets(folder.sources(), secrets).map((name) => ({
    name,
    why: `no source file in ${folder.directory} refers to it`,
  }));
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

/** Tells people what the start meets; where no people listen, what only they would be told is noted. */
async function tellStart(mill: Mill, began: number): Promise<void> {
  const { plan } = mill.running.ports;
  say(describePlan(plan));
  for (const warning of plan.warnings) complain(warning);
  await tellSources(mill);
  if (mill.demoAway !== undefined) complain(mill.demoAway);
  await started(mill);
  if (mill.demo !== undefined)
    say(
      `${await demoSearchable(mill, 60_000)} articles of the demonstration can be searched, ${((Date.now() - began) / 1_000).toFixed(1)} s after the start; the others follow`,
    );
  say(welcome(mill));
}

async function noteStart({ running, demoAway, key }: Mill, note: Telling['note']): Promise<void> {
  if (demoAway !== undefined) note('demo.away', { problem: demoAway });
  if (key?.isNew === true) note('key.made', { path: key.path });
  await running.started;
}

interface Start {
  readonly settings: Settings;
  readonly environment: Environment;
  readonly secrets: Environment;
  readonly services: readonly ServiceName[] | undefined;
  readonly telling: Telling;
  readonly speaksToPeople: boolean;
  /** Settings that were given and have no effect. */
  readonly unused: readonly UnusedSetting[];
  /** The settings as admins may read them. */
  readonly told: readonly ToldSetting[];
}

async function startMill(start: Start): Promise<void> {
  const { settings, environment, secrets, services, telling, told, speaksToPeople } = start;
  const began = Date.now();
  const mill = await runMill(settings, {
    environment,
    secrets,
    telling,
    told,
    ...(services === undefined ? {} : { services }),
  });
  stopOnSignals({ ...mill.running, stop: mill.stop });
  try {
    for (const { name, why } of [...start.unused, ...(await strangeSecrets(mill, start))]) {
      if (speaksToPeople) complain(`${name} has no effect: ${why}`);
      else telling.note('setting.unused', { setting: name, reason: why });
    }
    for (const short of shortSecrets(settings, mill.key)) {
      if (speaksToPeople) complain(`${short.setting} has ${short.characters} characters: ${short.reason}`);
      else telling.note('key.short', short);
    }
    return await (speaksToPeople ? tellStart(mill, began) : noteStart(mill, telling.note));
  } catch (error) {
    await mill.stop('failed start');
    throw error;
  }
}

/** The settings by which the log is written: where they have mistakes, which the start will tell, the defaults. */
function settingsOfLog(environment: Environment): Pick<Start, 'settings' | 'secrets'> {
  try {
    return { settings: readSettings(environment), secrets: withSecrets(environment) };
  } catch {
    return { settings: readSettings({}), secrets: {} };
  }
}

/**
 * The mill, or the named services of it, until a signal ends it; `options`: settings of the command line. What cannot start throws, with everything
 * closed again; where no people listen it is a line of the log, and the answer is the exit code.
 */
export async function runHere(
  given: Environment,
  options: Environment,
  services?: readonly ServiceName[],
): Promise<ExitCode | undefined> {
  const environment = { ...given, ...options };
  const ofLog = settingsOfLog(environment);
  const speaksToPeople = ofLog.settings.welcome ?? process.stdout.isTTY;
  const telling = openTelling({
    settings: ofLog.settings,
    environment: ofLog.secrets,
    service: services?.join('+') ?? 'mill',
  });
  takeOverOutput(telling.note, { speaksToPeople });
  if (speaksToPeople) say(`newsmill starting${services === undefined ? '' : `: ${services.join(', ')}`}`);
  try {
    const settings = readSettings(environment);
    const unused = unusedSettings(environment, settings, services);
    const secrets = withSecrets(environment);
    const { settings: told } = tellSettings(given, options);
    await startMill({ settings, environment, secrets, services, telling, speaksToPeople, unused, told });
    return undefined;
  } catch (error) {
    if (speaksToPeople) throw error;
    const { text, code } = explainFailure(error);
    telling.note('mill.failed', { code, error: text });
    endSoon(code);
    return code;
  }
}
