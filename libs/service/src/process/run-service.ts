import { setTimeout as sleep } from 'node:timers/promises';
import { describePlan, openTelling, stopOnSignals, takeOverOutput, type Telling } from '@newsmill/runtime';
import type { CreateApp } from '@newsmill/runtime/nest';
import {
  readSettings,
  tellSettings,
  unusedSettings,
  withSecrets,
  type Environment,
  type UnusedSetting,
} from '@newsmill/settings';
import type { ServiceName } from '@newsmill/contracts';
import type { SourceFolder } from '@newsmill/source-files';
import { endSoon } from '../telling/end-soon.ts';
import type { ExitCode } from '../telling/exit-codes.ts';
import type { Failure } from '../telling/failure.ts';
import { complain, say } from '../telling/say.ts';
import type { DemoPapers } from './demo-papers.ts';
import { shortSecrets } from './short-secrets.ts';
import { allServices, startService, type RunningService, type ServiceStart } from './start-service.ts';
import { DEMO, SOURCE_FOLDER } from './tokens.ts';

/** So many articles fill the first page of the console. */
const firstPage = 20;
/** Mistakes in source files that the start names. */
const mostTold = 20;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Waits until the demonstration fills a page of the console; answers how many of its articles are there. */
async function demoSearchable(
  { ports }: RunningService,
  { sources: papers }: DemoPapers,
  limitMs: number,
): Promise<number> {
  const sources = papers.map(({ id }) => id);
  const end = Date.now() + limitMs;
  for (;;) {
    const page = await ports.library.search({ sources, sort: 'newest', limit: 1, facets: [] });
    if (page.total >= firstPage || Date.now() > end) return page.total;
    await sleep(150);
  }
}

function welcome(running: RunningService, isServing: boolean): string {
  const { key, address, metricsAddress } = running;
  const folder = folderOf(running);
  const metrics = metricsAddress === address ? '/metrics' : `${metricsAddress}/metrics`;
  if (key === undefined || !isServing) return `this process: ${address}/readyz, /livez, ${metrics}`;
  return [
    '',
    `console and search:  ${address}/`,
    `API:                 ${address}/api/v1/search?q=harbour`,
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

/** What a module of the process provides; nothing where none does. */
function provided<T>({ app }: RunningService, token: symbol): T | undefined {
  try {
    return app.get<T>(token, { strict: false });
  } catch {
    return undefined; // no module that was imported has it
  }
}
const folderOf = (running: RunningService) => provided<SourceFolder>(running, SOURCE_FOLDER);
const demoOf = (running: RunningService) => provided<DemoPapers>(running, DEMO);

/** Mistakes in source files, where this process reads them: the start goes on without these files. */
async function tellSources(running: RunningService): Promise<void> {
  const problems = folderOf(running)?.problems() ?? [];
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
  running: RunningService,
  { secrets, services }: Start,
): Promise<readonly UnusedSetting[]> {
  const folder = folderOf(running);
  if (folder === undefined || !services.includes('fetch') || folder.problems().length > 0) return [];
  const { unusedSecrets } = await import('@newsmill/source-files');
  return unusedSecrets(folder.sources(), secrets).map((name) => ({
    name,
    why: `no source file in ${folder.directory} refers to it`,
  }));
}

/** Names what is missing until everything is there: an operator at the terminal must not have to guess. */
async function started({ ports: { health }, ...running }: RunningService): Promise<void> {
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
async function tellStart(running: RunningService, { services }: Start, began: number): Promise<void> {
  const { plan } = running.ports;
  const demo = demoOf(running);
  say(describePlan(plan));
  for (const warning of plan.warnings) complain(warning);
  await tellSources(running);
  if (demo?.away !== undefined) complain(demo.away);
  await started(running);
  if (demo !== undefined && demo.sources.length > 0)
    say(
      `${await demoSearchable(running, demo, 60_000)} articles of the demonstration can be searched, ${((Date.now() - began) / 1_000).toFixed(1)} s after the start; the others follow`,
    );
  say(welcome(running, services.includes('api')));
}

async function noteStart(running: RunningService, note: Telling['note']): Promise<void> {
  const away = demoOf(running)?.away;
  if (away !== undefined) note('demo.away', { problem: away });
  if (running.key?.isNew === true) note('key.made', { path: running.key.path });
  await running.started;
}

interface Start extends Required<ServiceStart> {
  readonly speaksToPeople: boolean;
  /** Settings that were given and have no effect. */
  readonly unused: readonly UnusedSetting[];
}

async function begin(start: Start, create: CreateApp): Promise<void> {
  const { settings, telling, speaksToPeople } = start;
  const began = Date.now();
  const running = await startService(start, create);
  stopOnSignals(running);
  try {
    for (const { name, why } of [...start.unused, ...(await strangeSecrets(running, start))]) {
      if (speaksToPeople) complain(`${name} has no effect: ${why}`);
      else telling.note('setting.unused', { setting: name, reason: why });
    }
    for (const short of shortSecrets(settings, running.key)) {
      if (speaksToPeople) complain(`${short.setting} has ${short.characters} characters: ${short.reason}`);
      else telling.note('key.short', short);
    }
    return await (speaksToPeople ? tellStart(running, start, began) : noteStart(running, telling.note));
  } catch (error) {
    await running.stop('failed start');
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

/** Loaded where something fails only: it knows the errors of every lib. */
async function explained(error: unknown): Promise<Failure> {
  const { explainFailure } = await import('../telling/explain-failure.ts');
  return explainFailure(error);
}

/** What a process of services is started by. */
export interface ServiceRun {
  readonly services: readonly ServiceName[];
  readonly create: CreateApp;
  /** The environment that the settings are read from. */
  readonly given?: Environment;
  /** Settings of the command line. */
  readonly options?: Environment;
}

/**
 * Runs services in this process until a signal ends it. What cannot start throws, with everything closed again;
 * where no people listen it is a line of the log, and the answer is the exit code.
 */
export async function runServices({
  services,
  create,
  given = process.env,
  options = {},
}: ServiceRun): Promise<ExitCode | undefined> {
  const environment = { ...given, ...options };
  const isAll = services.length === allServices.length;
  const ofLog = settingsOfLog(environment);
  const speaksToPeople = ofLog.settings.welcome ?? process.stdout.isTTY;
  const telling = openTelling({
    settings: ofLog.settings,
    environment: ofLog.secrets,
    service: isAll ? 'mill' : services.join('+'),
  });
  takeOverOutput(telling.note, { speaksToPeople });
  if (speaksToPeople) say(`newsmill starting${isAll ? '' : `: ${services.join(', ')}`}`);
  try {
    const settings = readSettings(environment);
    const unused = unusedSettings(environment, settings, isAll ? undefined : services);
    const secrets = withSecrets(environment);
    const { settings: told } = tellSettings(given, options);
    await begin({ settings, environment, secrets, services, telling, speaksToPeople, unused, told }, create);
    return undefined;
  } catch (error) {
    if (speaksToPeople) throw error;
    const { text, code } = await explained(error);
    telling.note('mill.failed', { code, error: text });
    endSoon(code);
    return code;
  }
}

/** The whole of the program of one service; a start that fails is told, and ends with its exit code. */
export function runService(service: ServiceName, create: CreateApp): Promise<ExitCode | undefined> {
  return runServices({ services: [service], create }).catch(async (error: unknown) => {
    const { text, code } = await explained(error);
    complain(text);
    endSoon(code);
    return code;
  });
}
