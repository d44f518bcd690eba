import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { articleCleaned, deadLetterHeader, deadLetters } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { readDead } from './read-dead.ts';
import { listReplayRuns, startReplayRun } from './replay-run.ts';

let folder: string;
let ports: OpenPorts & { now(): number };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-replay-'));
  ports = { ...(await openPorts(readSettings({ NEWSMILL_DATA: folder }))), now: Date.now };
  await ports.registry.prepare();
});
afterEach(async () => {
  await ports.close();
  rmSync(folder, { recursive: true, force: true });
});

function letter(number: number, topic: string = articleCleaned.name) {
  const facts = {
    ...{ id: `letter${number}`, stage: 'enrich', topic, reason: 'tries-exhausted', detail: 'x' },
    ...{ attempts: 3, item: `item${number}`, at: 5 },
  };
  return {
    topic: deadLetters.name,
    key: `item${number}`,
    value: new Uint8Array([1]),
    headers: { [deadLetterHeader]: JSON.stringify(facts) },
  };
}
const left = async () => (await readDead(ports, { limit: 100 })).total;

describe('a replay that goes on by itself', () => {
  it('says after a failure what it has sent before', async () => {
    await ports.bus.publish([
      ...Array.from({ length: 20 }, (_, number) => letter(number)),
      letter(20, 'a-topic-that-nobody-made'),
    ]);
    const { ended } = await startReplayRun(ports, { all: true }, { rate: 10_000, who: 'ann' });
    expect(await ended).toMatchObject({ state: 'failed', replayed: 20, total: 21 });
    expect(await listReplayRuns(ports)).toMatchObject([
      { state: 'failed', replayed: 20, problem: expect.stringContaining('a-topic-that-nobody-made') },
    ]);
    expect(await left()).toBe(1);
  });
  it('ends when it is told to, and the rest stay dead letters', async () => {
    await ports.bus.publish([letter(0), letter(1), letter(2)]);
    const stop = new AbortController();
    const { ended } = await startReplayRun(
      ports,
      { all: true },
      { rate: 1, who: 'ann', signal: stop.signal },
    );
    stop.abort();
    expect(await ended).toMatchObject({ state: 'stopped', replayed: 1 });
    expect(await listReplayRuns(ports)).toMatchObject([{ state: 'stopped', replayed: 1 }]);
    expect(await left()).toBe(2);
  });
});
