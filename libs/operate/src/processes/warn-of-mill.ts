import { oldBackupMs } from '../backup/backup-receipt.ts';
import { problemsInWords, type ProcessesView } from '@newsmill/contracts';
import type { MillNow, Warning } from './mill-now.ts';

/** Fewer channels than this share fail on any day; more is worth a word. */
const manyFailing = 0.1;

/** What somebody does about a warning. */
export const warningSteps = {
  start: 'Start one',
  waiting: 'See what waits',
  fillsUp: 'See what fills up',
  processes: 'See the processes',
  versions: 'See which',
  channels: 'See which, and why',
  dead: 'See why, and try again',
  backup: 'See what is in it, and make another',
  damage: 'See which, and ask for them again',
} as const;

/** What to do about a problem of the processes, by the beginning of its name. */
const nextOf: readonly { readonly prefix: string; readonly next: (rest: string) => Warning['next'] }[] = [
  {
    prefix: 'no-',
    next: (service) => ({ text: warningSteps.start, command: `newsmill run --role ${service}` }),
  },
  { prefix: 'stuck-', next: () => ({ text: warningSteps.waiting, page: '/processes' }) },
  { prefix: 'short-', next: () => ({ text: warningSteps.fillsUp, page: '/processes' }) },
];

/** What the problems of the processes are made of, by their names. */
function factsOf({ missing, stuck, room }: ProcessesView): ReadonlyMap<string, Warning['facts']> {
  return new Map<string, Warning['facts']>([
    ...missing.map((service) => [`no-${service}`, { service }] as const),
    ...stuck.map(
      ({ service, topic, messages, unmovedSince }) =>
        [`stuck-${topic}`, { service, topic, messages, unmovedSince }] as const,
    ),
    ...room.map(
      ({ of, host, bytes, limit, daysLeft }) =>
        [
          of === 'state' ? 'short-state' : `short-data-${host}`,
          { of, host, bytes, limit, ...(daysLeft === undefined ? {} : { daysLeft }) },
        ] as const,
    ),
  ]);
}

function ofProblems(view: ProcessesView): Warning[] {
  const facts = factsOf(view);
  return [...problemsInWords(view)].map(([name, text]) => {
    const known = nextOf.find(({ prefix }) => name.startsWith(prefix));
    const next = known?.next(name.slice(known.prefix.length));
    return {
      name,
      text,
      facts: facts.get(name),
      next: next ?? { text: warningSteps.processes, page: '/processes' },
    };
  });
}

/** What stands in the way of processes: the same problem of several once. */
function ofProcesses({ processes }: ProcessesView): Warning[] {
  const told = processes.flatMap(({ host, pid, problems }) =>
    problems.map((problem) => ({ ...problem, place: `${host} ${pid}` })),
  );
  return [...Map.groupBy(told, ({ name }) => name)].map(([name, [first, ...others]]) => ({
    name: `problem-${name}`,
    text: `${name}: ${first?.reason ?? ''} (${first?.place ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`})`,
    next: { text: warningSteps.processes, page: '/processes' },
  }));
}

function ofVersions({ processes }: ProcessesView): Warning[] {
  const versions = [...new Set(processes.map(({ version }) => version))].toSorted();
  if (versions.length < 2) return [];
  const text = `processes of several versions run: ${versions.join(', ')}; finish the upgrade`;
  const facts = { versions: versions.join(', ') };
  return [
    { name: 'several-versions', text, facts, next: { text: warningSteps.versions, page: '/processes' } },
  ];
}

/**
 * Everything of a mill that somebody must look after, the most urgent first.
 * @param dead Dead letters of the last day.
 * @param damaged Records of the archive that are damaged.
 * @param backupAgeMs Since the last backup, milliseconds; undefined where none is known.
 */
export function warnOfMill(
  view: ProcessesView,
  {
    channels,
    dead,
    damaged = 0,
    backupAgeMs = 0,
  }: {
    readonly channels: MillNow['channels'];
    readonly dead: number;
    readonly damaged?: number;
    readonly backupAgeMs?: number | undefined;
  },
): Warning[] {
  const warnings = [...ofProblems(view), ...ofProcesses(view), ...ofVersions(view)];
  if (channels.failing > channels.all * manyFailing)
    warnings.push({
      name: 'channels-failing',
      text: `${channels.failing} of ${channels.all} channels failed when they were asked last`,
      facts: { failing: channels.failing, all: channels.all },
      next: { text: warningSteps.channels, page: '/sources' },
    });
  if (dead > 0)
    warnings.push({
      name: 'dead-letters',
      text: `${dead} ${dead === 1 ? 'message became a dead letter' : 'messages became dead letters'} in the last day`,
      facts: { messages: dead },
      next: { text: warningSteps.dead, page: '/dead' },
    });
  if (damaged > 0)
    warnings.push({
      name: 'archive-damaged',
      text: `${damaged} ${damaged === 1 ? 'page of the archive is' : 'pages of the archive are'} not what was written`,
      facts: { damaged },
      next: { text: warningSteps.damage, page: '/integrity' },
    });
  if (backupAgeMs > oldBackupMs) {
    const days = Math.floor(backupAgeMs / 86_400_000);
    warnings.push({
      name: 'backup-old',
      text: `the last backup is ${days} days old`,
      facts: { days },
      next: { text: warningSteps.backup, page: '/backup' },
    });
  }
  return warnings;
}
