import { describe, expect, it } from '@jest/globals';
import { measureHere } from './measure-input.ts';

describe('what is measured of an input', () => {
  it('holds the time for which it kept the event loop, from its first line on', async () => {
    const { loopLagMs } = await measureHere(() => {
      const end = performance.now() + 60;
      while (performance.now() < end);
    });
    expect(loopLagMs).toBeGreaterThanOrEqual(59);
  });
});
