import type { Room, StuckWork } from '@newsmill/contracts';
import type { Warning } from '@newsmill/operate';
import { say } from '../words/say.ts';
import { formatBytes, formatMoment } from './format.ts';
import { InEnglish } from './in-english.tsx';

/** That no living process runs a service, and what to do. */
export function missingWords(service: string): string {
  return say(
    'No process runs {service}: start one (newsmill run --role {service}, or the container {service}). What it has to do waits.',
    { service },
  );
}

/** That work does not move, and where to look. */
export function stuckWords({
  service,
  topic,
  messages,
  unmovedSince,
}: Pick<StuckWork, 'service' | 'topic' | 'messages' | 'unmovedSince'>): string {
  return say(
    '{messages:# message|# messages} in {topic} wait for {service}, and the oldest has not moved since {time}. Look at the log of {service}.',
    { messages, topic, service, time: formatMoment(unmovedSince) },
  );
}

type Space = Pick<Room, 'of' | 'bytes' | 'limit' | 'daysLeft'>;

/** How full it is. */
export function roomWords({ of, bytes, limit, daysLeft }: Space): string {
  const values = { bytes: formatBytes(bytes), limit: formatBytes(limit) };
  const full =
    of === 'state'
      ? say('Memory of the state: {bytes} of {limit}', values)
      : say('Disk of the data folder: {bytes} of {limit}', values);
  return daysLeft === undefined
    ? `${full}.`
    : `${full}; ${say('full in about {days:# day|# days}', { days: Math.max(1, Math.round(daysLeft)) })}.`;
}

/** The same where it is short, with what to do. */
export function shortRoomWords(room: Space): string {
  const remedy =
    room.of === 'state'
      ? say('Give Redis more memory (maxmemory), or lower NEWSMILL_SETTLED_AFTER.')
      : say('Make it larger, or lower NEWSMILL_ARCHIVE_MAX_BYTES or NEWSMILL_ARCHIVE_MAX_AGE.');
  return `${roomWords(room)} ${remedy}`;
}

/** Facts of a warning, by name: texts and numbers that its words are made of. */
class Facts {
  readonly #facts: NonNullable<Warning['facts']>;
  constructor(facts: NonNullable<Warning['facts']>) {
    this.#facts = facts;
  }
  text(name: string): string {
    return String(this.#facts[name] ?? '');
  }
  number(name: string): number {
    return Number(this.#facts[name] ?? 0);
  }
  has(name: string): boolean {
    return this.#facts[name] !== undefined;
  }
}

/** Warnings that are worded here, by the beginning of their names. */
const worded: readonly { readonly name: string; readonly says: (facts: Facts) => string }[] = [
  { name: 'no-', says: (facts) => missingWords(facts.text('service')) },
  {
    name: 'stuck-',
    says: (facts) =>
      stuckWords({
        service: facts.text('service'),
        topic: facts.text('topic'),
        messages: facts.number('messages'),
        unmovedSince: facts.number('unmovedSince'),
      }),
  },
  {
    name: 'short-',
    says: (facts) =>
      shortRoomWords({
        of: facts.text('of') === 'state' ? 'state' : 'data',
        bytes: facts.number('bytes'),
        limit: facts.number('limit'),
        daysLeft: facts.has('daysLeft') ? facts.number('daysLeft') : undefined,
      }),
  },
  {
    name: 'several-versions',
    says: (facts) =>
      say('Processes of several versions run: {versions}. Finish the upgrade.', {
        versions: facts.text('versions'),
      }),
  },
  {
    name: 'channels-failing',
    says: (facts) =>
      say('{failing} of {all} channels failed when they were asked last.', {
        failing: facts.number('failing'),
        all: facts.number('all'),
      }),
  },
  {
    name: 'dead-letters',
    says: (facts) =>
      say('{messages:# message became a dead letter|# messages became dead letters} in the last day.', {
        messages: facts.number('messages'),
      }),
  },
  {
    name: 'archive-damaged',
    says: (facts) =>
      say(
        '{damaged:# page of the archive is not what was written|# pages of the archive are not what was written}.',
        { damaged: facts.number('damaged') },
      ),
  },
  {
    name: 'backup-old',
    says: (facts) => say('The last backup is {days:# day|# days} old.', { days: facts.number('days') }),
  },
];

/** What somebody must look after, in the reader's language; what a process says of itself, as it says it. */
export function WarningWords({ warning: { name, text, facts } }: { readonly warning: Warning }) {
  const known = worded.find((one) => name.startsWith(one.name));
  return known === undefined || facts === undefined ? (
    <InEnglish text={text} />
  ) : (
    <>{known.says(new Facts(facts))}</>
  );
}
