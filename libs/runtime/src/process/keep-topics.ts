import { allTopics, extensionTopics } from '@newsmill/contracts';
import type { Settings } from '@newsmill/settings';
import type { StagePorts } from '../stage/stage-ports.ts';

/** Where it is written down that topics were made, until what went with the old ones is fetched again. */
export const topicsMadeKey = 'topics-made';
/** Whoever mends has so long, milliseconds. */
const mendWithinMs = 7 * 86_400_000;

/** Keeps the topics of a mill there: they may be deleted while it runs. */
export interface TopicKeeper {
  /** Makes what is missing at the start. */
  begin(): Promise<void>;
  /** Makes what has gone missing since; throws as `ping` of the bus does. */
  look(): Promise<void>;
}

/** Every service keeps them; the state remembers that one has made some, for the one that mends. */
export function createTopicKeeper({
  bus,
  state,
  note,
  now,
  settings,
}: Pick<StagePorts, 'bus' | 'state' | 'note' | 'now'> & {
  readonly settings: Pick<Settings, 'extensions'>;
}): TopicKeeper {
  const topics = [...allTopics(), ...extensionTopics(settings.extensions.map(({ name }) => name))];
  let madeAt: number | undefined;
  async function make(name: 'topics.made' | 'topics.restored'): Promise<void> {
    const made = await bus.createTopics(topics);
    if (made.length === 0) return;
    madeAt = now();
    note(name, { topics: made.join(' ') });
  }
  /** Not before the state is whole, so not at the start. */
  async function writeDown(): Promise<void> {
    if (madeAt === undefined) return;
    await state.write([{ key: topicsMadeKey, value: String(madeAt), expiresAt: now() + mendWithinMs }]);
    madeAt = undefined;
  }
  return {
    begin: () => make('topics.made'),
    async look() {
      await make('topics.restored');
      await writeDown();
    },
  };
}
