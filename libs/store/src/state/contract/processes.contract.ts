import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Announcement } from '@newsmill/contracts';
import { now, type StatePlace } from '../../testing/state-samples.ts';
import type { State } from '../state.ts';

const process = (id: string, more: Partial<Announcement> = {}): Announcement => ({
  id,
  services: ['clean'],
  version: '0.1.0',
  host: 'mühle',
  pid: 7,
  since: now - 1_000,
  seenAt: now,
  problems: [],
  waiting: [
    { group: 'newsmill-clean', topic: 'newsmill.page.fetched', messages: 3, ageMs: 12, unmovedSince: now },
  ],
  ...more,
});

/** Which processes live, in every form. `makePlace` answers an empty, whole place of its own each time. */
export function stateProcessesContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: state contract of processes`, () => {
    let place: StatePlace;
    let state: State;
    const idsAt = async (time: number): Promise<string[]> =>
      (await state.announcements(time)).map(({ id }) => id).sort();

    beforeEach(async () => {
      place = await makePlace();
      state = await place.open();
    });
    afterEach(async () => {
      await state.close();
      await place.destroy();
    });

    it('knows who has announced itself, as it last did, until its time is up or it goes', async () => {
      expect(await state.announcements(now)).toEqual([]);
      await state.announce(process('one'), now + 30_000);
      await state.announce(process('two', { services: ['api', 'index'] }), now + 20_000);
      await state.announce(process('one', { seenAt: now + 1, lastMessageAt: now }), now + 30_001);
      expect((await state.announcements(now)).find(({ id }) => id === 'one')).toEqual(
        process('one', { seenAt: now + 1, lastMessageAt: now }),
      );
      expect(await idsAt(now + 20_000)).toEqual(['one']);
      expect(await idsAt(now + 19_999)).toEqual(['one', 'two']);
      await state.withdraw('one');
      await state.withdraw('nobody');
      expect(await idsAt(now)).toEqual(['two']);
    });

    it('forgets all with everything else, and puts none into a backup', async () => {
      await state.announce(process('one'), now + 30_000);
      for await (const record of state.exportRecords()) expect(record).toBeUndefined();
      await state.clear();
      expect(await state.announcements(now)).toEqual([]);
    });
  });
}
