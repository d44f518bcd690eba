import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openSeededApp, type SeededApp } from '../testing/seeded-app.ts';
import { sharedMillNow } from './shared-mill-now.ts';

let app: SeededApp;
let readings = 0;
let isAway = false;
beforeAll(async () => {
  app = await openSeededApp();
  const { state } = app.ports;
  const announcements = state.announcements.bind(state);
  Object.assign(state, {
    announcements(now: number) {
      readings += 1;
      return isAway ? Promise.reject(new Error('the state is away')) : announcements(now);
    },
  });
});
afterAll(async () => {
  await app.close();
});
beforeEach(() => {
  readings = 0;
});

describe('sharedMillNow', () => {
  it('reads the mill once for the page, the API and the events of one look', async () => {
    const halt = new AbortController();
    const events = await fetch(`${app.address}/api/v1/overview/events`, { signal: halt.signal });
    const page = await fetch(`${app.address}/overview`);
    const answer = await fetch(`${app.address}/api/v1/overview`);
    expect([events.status, page.status, answer.status]).toEqual([200, 200, 200]);
    expect(readings).toBe(1);
    halt.abort();
  });

  it('keeps no reading that failed', async () => {
    const ports = { ...app.ports };
    isAway = true;
    await expect(sharedMillNow(ports)).rejects.toThrow('the state is away');
    isAway = false;
    expect((await sharedMillNow(ports)).stages.length).toBeGreaterThan(0);
    expect(readings).toBe(2);
  });
});
