import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolderMode } from '@newsmill/store';
import { serveDemo, type Demo } from './serve-demo.ts';

/** The demonstration paper as this start found it. */
export interface OpenedDemo {
  /** Undefined where it stays away this time. */
  readonly demo?: Demo;
  /** Why it stays away, in words. */
  readonly away?: string;
}

/** The port of the start before; undefined where there was none. */
function portOf(path: string): number | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}

/**
 * Serves the demonstration paper at a free port, and at that port again at every later start: the addresses
 * of its articles hold it. Where it is taken the paper stays away instead of moving, which would bring all
 * its articles a second time; those that are there stay.
 */
export async function openDemo(data: string): Promise<OpenedDemo> {
  mkdirSync(data, { recursive: true, mode: privateFolderMode });
  const path = join(data, 'demonstration.port');
  const port = portOf(path);
  try {
    const demo = await serveDemo({ port: port ?? 0 });
    writeFileSync(path, `${new URL(demo.origin).port}\n`);
    return { demo };
  } catch (error) {
    if (port === undefined || !isUnavailable(error)) throw error;
    return {
      away: `the demonstration paper stays away: another program has its port ${port}. Its articles stay as they are; it comes back at the next start that finds the port free. To let it move, with all its articles again, delete ${path}`,
    };
  }
}
