import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addCounts,
  seriesTiers,
  type Announcement,
  type ProcessCounts,
  type StepCounts,
} from '@newsmill/contracts';
import type { StatePlace } from '../../testing/state-samples.ts';
import type { State } from '../state.ts';

const announcement = (id: string): Announcement => ({
  id,
  services: ['clean'],
  version: '0.1.0',
  host: 'mill',
  pid: 7,
  since: 1,
  // Clocks of processes may be wrong: to which step counts belong is for the state to say.
  seenAt: id === 'fast' ? Date.now() + 86_400_000 : Date.now(),
  problems: [],
  waiting: [],
});

/** What processes counted, in every form. `makePlace` answers an empty, whole place of its own each time. */
export function stateSeriesContract(name: string, makePlace: () => Promise<StatePlace>): void {
  describe(`${name}: state contract of numbers over time`, () => {
    let place: StatePlace;
    let state: State;
    const tell = (
      id: string,
      beat: number,
      sums: ProcessCounts['sums'],
      peaks: ProcessCounts['peaks'] = {},
    ) => state.announce(announcement(id), Date.now() + 30_000, { beat, sums, peaks });
    /** All that is known of each fineness, as one: a minute may end meanwhile. */
    const known = async (): Promise<StepCounts[]> => {
      const read = seriesTiers.map(({ stepMs }) => state.countedSteps({ stepMs, steps: 3 }));
      return (await Promise.all(read)).map(({ steps }) =>
        steps.reduce<StepCounts>((all, { counts }) => addCounts(all, counts), {}),
      );
    };
    const everywhere = (counts: StepCounts) => seriesTiers.map(() => counts);

    beforeEach(async () => {
      place = await makePlace();
      state = await place.open();
    });
    afterEach(async () => {
      await state.close();
      await place.destroy();
    });

    it('adds what processes counted in every fineness, and keeps the largest of what all see', async () => {
      expect(await known()).toEqual(everywhere({}));
      await tell('one', 1, { 'passed.clean': 3, cpuMs: 40 }, { 'lag.clean': 7 });
      await tell('two', 1, { 'passed.clean': 2 }, { 'lag.clean': 5, 'room.data': 0 });
      await tell('one', 2, { 'passed.clean': 10, 'dead.clean': 1 }, { 'lag.clean': 6 });
      expect(await known()).toEqual(
        everywhere({ 'passed.clean': 15, cpuMs: 40, 'dead.clean': 1, 'lag.clean': 7, 'room.data': 0 }),
      );
    });

    it('counts a beat once, however often it is sent, and those of a process that began again', async () => {
      await tell('one', 1, { searchable: 1 });
      await tell('one', 1, { searchable: 1 });
      await tell('one', 3, { searchable: 10 });
      await tell('one', 2, { searchable: 100 });
      await tell('one, begun again', 1, { searchable: 1_000 });
      expect(await known()).toEqual(everywhere({ searchable: 1_011 }));
    });

    it('loses nothing where several states are written at once', async () => {
      const other = await place.open();
      const beats = Array.from({ length: 20 }, (_, beat) => beat + 1);
      await Promise.all(
        [state, other].map(async (one, index) => {
          for (const beat of beats)
            await one.announce(announcement(`p${index}`), Date.now() + 30_000, {
              beat,
              sums: { bytes: 1_000_000_000_000 },
              peaks: {},
            });
        }),
      );
      await other.close();
      expect(await known()).toEqual(everywhere({ bytes: 40_000_000_000_000 }));
    });

    it('puts them in the step of its own clock, whatever that of the process says', async () => {
      const before = Date.now();
      await tell('fast', 1, { searchable: 1 });
      for (const { stepMs, steps } of seriesTiers) {
        const read = await state.countedSteps({ stepMs, steps });
        expect(read.steps).toHaveLength(1);
        expect(Math.abs(read.now - before)).toBeLessThan(30_000);
        expect((read.steps[0]?.start ?? 1) % stepMs).toBe(0);
        expect(read.now - (read.steps[0]?.start ?? 0)).toBeLessThan(stepMs + 30_000);
      }
    });

    it('announces without counts too, and forgets all with everything else', async () => {
      await state.announce(announcement('one'), Date.now() + 30_000);
      expect(await known()).toEqual(everywhere({}));
      await tell('one', 1, { searchable: 1 });
      for await (const record of state.exportRecords()) expect(record).toBeUndefined();
      await state.withdraw('one');
      expect(await known()).toEqual(everywhere({ searchable: 1 }));
      await state.clear();
      expect(await known()).toEqual(everywhere({}));
    });
  });
}
