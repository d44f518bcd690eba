import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteTable } from '@newsmill/contracts';
import type { RunningProcess } from './nest/start-process.ts';
import { startTestProcess } from './testing/start-test-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-metrics-'));
let running: RunningProcess;
let shown: string;
beforeAll(async () => {
  running = await startTestProcess({ environment: { NEWSMILL_DATA: folder } });
  await running.started;
  shown = await (await fetch(`${running.address}/metrics`)).text();
});
afterAll(async () => {
  await running.stop('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** First cells of the rows of a page in docs/. */
function namesIn(page: string): string[] {
  const text = readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
}

describe('docs/metrics.md', () => {
  it('names every metric that /metrics shows, with its type, and no other', () => {
    const types = [...shown.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type]) => ({
      name,
      type,
    }));
    const own = types.filter(({ name }) => !/^(process|nodejs)_/.test(name));
    expect(own.length).toBeGreaterThan(20);
    expect(own.map(({ name }) => name).toSorted()).toEqual(
      namesIn('metrics.md')
        .filter((name) => name.startsWith('newsmill_'))
        .toSorted(),
    );
    const text = readFileSync(new URL('../../../docs/metrics.md', import.meta.url), 'utf8');
    for (const { name, type } of own) expect(text).toContain(`| \`${name}\` | ${type} |`);
  });
  it('counts the connections when they are asked for', () => {
    expect(shown).toMatch(/^newsmill_http_connections\{state="serving"\} 1$/m);
  });
  it('tells how long an iteration held the event loop, and starts anew with each reading', async () => {
    const longest = async (): Promise<number> => {
      const text = await (await fetch(`${running.address}/metrics`)).text();
      return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1]);
    };
    await new Promise<void>((resolve) =>
      setImmediate(() => {
        for (const end = performance.now() + 700; performance.now() < end /* holds the loop */; );
        resolve();
      }),
    );
    const held = await longest();
    expect(held).toBeGreaterThan(0.69);
    await longest();
    expect(await longest()).toBeLessThan(held);
  });
});

describe('docs/notes.md', () => {
  it('names every note', () => {
    expect(namesIn('notes.md').toSorted()).toEqual(Object.keys(noteTable).toSorted());
  });
});
