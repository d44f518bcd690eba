import {
  countedStages,
  countSince,
  isRetryTopic,
  serviceNames,
  stages,
  viewProcesses,
  viewSeries,
  stepsOfSpan,
  type Announcement,
  type CountedStage,
  type KeptSteps,
  type ProcessesView,
  type SeriesName,
  type SeriesSpan,
  type SeriesStepMs,
  type SeriesView,
} from '@newsmill/contracts';
import {
  LibraryTimeout,
  LibraryUnreachable,
  type Library,
  type Registry,
  type StateReader,
} from '@newsmill/store';
import type { MillNow, RoleNow, StageNow } from './mill-now.ts';
import { lastBackupAt } from '../backup/backup-receipt.ts';
import { listArchiveDamage } from '../verify/archive-damage.ts';
import { warnOfMill } from './warn-of-mill.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Steps of a minute that an hour and the running minute need, and of ten minutes that a day needs. */
const [minuteStep, minutes] = [minute, 62] as const satisfies [SeriesStepMs, number];
const [tenStep, tens] = [10 * minute, 145] as const;

/** What is needed to tell how a mill stands. */
export interface MillNowPorts {
  readonly state: Pick<StateReader, 'announcements' | 'countChannels' | 'countedSteps'>;
  /** Without it the articles are not counted. */
  readonly library?: Pick<Library, 'count'>;
  /** Without it nothing is said of backups. */
  readonly registry?: Registry;
  readonly settings: { readonly stuckAfter: number };
  now(): number;
}

/** The articles of the library; undefined where it cannot be asked now. */
async function countArticles(library: MillNowPorts['library']): Promise<number | undefined> {
  try {
    return await library?.count();
  } catch (error) {
    // Everything else is shown without it.
    if (error instanceof LibraryUnreachable || error instanceof LibraryTimeout) return undefined;
    throw error;
  }
}

/** What the registry knows; undefined where it cannot be asked now. */
async function ofRegistry<T>(
  registry: Registry | undefined,
  ask: (registry: Registry) => Promise<T>,
): Promise<T | undefined> {
  try {
    return registry === undefined ? undefined : await ask(registry);
  } catch (error) {
    if (error instanceof LibraryUnreachable) return undefined;
    throw error;
  }
}

/** What was counted of late, and over how many minutes. */
interface Recent {
  readonly counts: Readonly<Record<string, number>>;
  readonly minutes: number;
}

/** The last full minute and what has passed of the running one: one alone would jump at its beginning. */
function recentOf({ now, steps }: KeptSteps): Recent {
  const since = Math.max(Math.floor(now / minute) * minute - minute, steps[0]?.start ?? 0);
  return { counts: countSince(steps, since), minutes: Math.max(now - since, minute / 6) / minute };
}

function stageNow(
  stage: CountedStage,
  { processes }: ProcessesView,
  { recent, lastHour }: { readonly recent: Recent; readonly lastHour: Recent['counts'] },
): StageNow {
  const newest = processes.toSorted((a, b) => b.seenAt - a.seenAt)[0];
  const group = stages.find((one) => one.stage === stage)?.group;
  const waiting = (newest?.waiting ?? []).filter((work) => work.group === group && !isRetryTopic(work.topic));
  const oldestMs = Math.max(0, ...waiting.map(({ ageMs }) => ageMs));
  const of = (kind: 'passed' | 'dropped' | 'failed' | 'dead') => lastHour[`${kind}.${stage}`] ?? 0;
  return {
    stage,
    copies: processes.filter(({ services }) => services.includes(stage)).length,
    perMinute: round((recent.counts[`passed.${stage}`] ?? 0) / recent.minutes),
    ...(stage !== 'fetch' && { waiting: waiting.reduce((sum, { messages }) => sum + messages, 0) }),
    ...(oldestMs > 0 && { oldestMs }),
    passed: of('passed'),
    dropped: of('dropped'),
    failed: of('failed'),
    dead: of('dead'),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function rolesOf(processes: readonly Announcement[]): RoleNow[] {
  return serviceNames.map((service) => {
    const running = processes.filter(({ services }) => services.includes(service));
    return {
      service,
      copies: running.length,
      versions: [...new Set(running.map(({ version }) => version))].toSorted(),
      hosts: [...new Set(running.map(({ host }) => host))].toSorted(),
    };
  });
}

/** When an article became searchable last: as a process that lives says, or to the step. */
function newestOf(processes: readonly Announcement[], ...kept: readonly KeptSteps[]): number | undefined {
  const told = processes.flatMap(({ searchableAt }) => searchableAt ?? []);
  if (told.length > 0) return Math.max(...told);
  const counted = kept.flatMap(
    ({ steps }) => steps.findLast(({ counts }) => (counts['searchable'] ?? 0) > 0)?.start ?? [],
  );
  return counted.length === 0 ? undefined : Math.max(...counted);
}

/** How a mill stands: its stages, processes, library, room, and what somebody must look after. */
export async function readMillNow({
  state,
  library,
  registry,
  settings,
  now,
}: MillNowPorts): Promise<MillNow> {
  const at = now();
  const [announcements, channels, byMinute, byTen, articles, backup, damage] = await Promise.all([
    state.announcements(at),
    state.countChannels(),
    state.countedSteps({ stepMs: minuteStep, steps: minutes }),
    state.countedSteps({ stepMs: tenStep, steps: tens }),
    countArticles(library),
    ofRegistry(registry, lastBackupAt),
    ofRegistry(registry, listArchiveDamage),
  ]);
  const view = viewProcesses(announcements, settings.stuckAfter, at);
  const recent = recentOf(byMinute);
  const lastHour = countSince(byMinute.steps, byMinute.now - hour);
  const lastDay = countSince(byTen.steps, byTen.now - day);
  const sum = (counts: Recent['counts'], ...names: readonly string[]) =>
    names.reduce((total, name) => total + (counts[name] ?? 0), 0);
  const requestNames = ['2xx', '3xx', '4xx', '5xx', 'none'].map((result) => `requests.${result}`);
  const { searchable = 0, searchableMs = 0 } = lastHour;
  const newestAt = newestOf(view.processes, byMinute, byTen);
  return {
    at,
    stages: countedStages.map((stage) => stageNow(stage, view, { recent, lastHour })),
    roles: rolesOf(view.processes),
    library: {
      ...(articles !== undefined && { articles }),
      searchablePerMinute: round(sum(recent.counts, 'searchable') / recent.minutes),
      searchable,
      ...(searchable > 0 && { delaySeconds: round(searchableMs / searchable / 1_000) }),
      ...(newestAt !== undefined && { newestAt }),
    },
    channels,
    requests: {
      perMinute: round(sum(recent.counts, ...requestNames) / recent.minutes),
      all: sum(lastHour, ...requestNames),
      failed: sum(lastHour, 'requests.5xx', 'requests.none'),
      bytes: sum(lastHour, 'bytes'),
    },
    resources: {
      processes: view.processes.length,
      memory: Math.round(sum(recent.counts, 'byteSeconds') / (recent.minutes * 60)),
      processors: Math.round((sum(recent.counts, 'cpuMs') / (recent.minutes * minute)) * 100) / 100,
    },
    room: view.room,
    warnings: warnOfMill(view, {
      channels,
      damaged: damage?.length,
      backupAgeMs: backup === undefined ? undefined : at - backup,
      dead: countedStages.reduce((total, stage) => total + sum(lastDay, `dead.${stage}`), 0),
    }),
  };
}

/** Coarser steps that reach back before a span: they say when the article came that was its newest at the beginning. */
const stepsBefore: Readonly<Record<SeriesSpan, Parameters<StateReader['countedSteps']>[0] | undefined>> = {
  hour: { stepMs: tenStep, steps: tens },
  day: { stepMs: 2 * hour, steps: 100 },
  week: { stepMs: 2 * hour, steps: 200 },
  quarter: undefined,
};

/** Numbers of a mill over time. */
export async function readSeries(
  { state }: { readonly state: Pick<StateReader, 'countedSteps'> },
  names: readonly SeriesName[],
  span: SeriesSpan,
): Promise<SeriesView> {
  const before = names.includes('age') ? stepsBefore[span] : undefined;
  const [kept, earlier] = await Promise.all([
    state.countedSteps(stepsOfSpan(span)),
    before === undefined ? undefined : state.countedSteps(before),
  ]);
  if (before === undefined || earlier === undefined) return viewSeries(names, span, kept);
  const begin = viewSeries([], span, kept).times[0] ?? kept.now;
  const newest = earlier.steps.findLast(
    ({ start, counts }) => start + before.stepMs <= begin && (counts['searchable'] ?? 0) > 0,
  );
  const newestBefore = newest === undefined ? undefined : newest.start + before.stepMs;
  return viewSeries(names, span, { ...kept, newestBefore });
}
