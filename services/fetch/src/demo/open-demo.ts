import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolderMode } from '@newsmill/store';
import { demoSources, serveDemo, type Demo } from './serve-demo.ts';

/** The demonstration paper as this start found it. */
export interface OpenedDemo {
  /** Undefined where it stays away this time. */
  readonly demo?: Demo;
  /** Why it stays away, in words. */
  readonly away?: string;
}

const portFile = (data: string): string => join(data, 'demonstration.port');

const beganFile = (data: string): string => join(data, 'demonstration.began');

/** When the demonstration began, in milliseconds since 1970: at the first start, which is kept. */
function beganOf(path: string, now: number): number {
  const kept = existsSync(path) ? Date.parse(readFileSync(path, 'utf8').trim()) : NaN;
  if (!Number.isNaN(kept)) return kept;
  writeFileSync(path, `${new Date(now).toISOString()}\n`);
  return now;
}

/** The port of the start before; undefined where there was none. */
function portOf(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8').trim();
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}

/**
 * Serves the demonstration papers at a free port, and at that port again at every later start: the addresses
 * of their articles hold it. Where it is taken the papers stay away instead of moving, which would bring all
 * their articles a second time; those that are there stay. Articles are dated by the first start. `now`: ms
 * since 1970.
 */
export async function openDemo(data: string, now: number): Promise<OpenedDemo> {
  mkdirSync(data, { recursive: true, mode: privateFolderMode });
  const path = portFile(data);
  const port = portOf(path);
  try {
    const demo = await serveDemo({ port: port ?? 0, began: beganOf(beganFile(data), now) });
    writeFileSync(path, `${new URL(demo.origin).port}\n`);
    return { demo };
  } catch (error) {
    if (port === undefined || !isUnavailable(error)) throw error;
    return {
      away: `the demonstration paper stays away: another program has its port ${port}. Its articles stay as they are; it comes back at the next start that finds the port free. To let it move, with all its articles again, delete ${path}`,
    };
  }
}

/** The sources of the demonstration paper that a mill had at an earlier start; none where it never had one. */
export function knownDemoSources(data: string): ReturnType<typeof demoSources> {
  const port = portOf(portFile(data));
  return port === undefined ? [] : demoSources(`http://127.0.0.1:${port}`);
}
