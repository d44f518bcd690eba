import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveDemo, type Demo } from './serve-demo.ts';

/**
 * Serves the demonstration paper at the port of the last start, so that its articles keep their addresses;
 * at the first start (or when that port is taken) at `preferred`, else at any free port.
 */
export async function openDemo(data: string, preferred: number): Promise<Demo> {
  mkdirSync(data, { recursive: true });
  const path = join(data, 'demonstration.port');
  const last = existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : preferred;
  const demo = await serveDemo({ port: last }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return serveDemo({ port: 0 });
    throw error;
  });
  writeFileSync(path, `${new URL(demo.origin).port}\n`);
  return demo;
}
