import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { memoryEnvironment, memoryFlags } from '../../tools/setup.mjs';

/** Memory after so many pages; megabytes. `mostRssMb` is the highest since the line before. */
export interface MemoryLine {
  readonly pages: number;
  readonly mostRssMb: number;
  readonly heapMb: number;
  readonly externalMb: number;
  readonly buffersMb: number;
}

/**
 * Memory of one process that reads pages one after the other, started with the memory flags of the product.
 * `folder` is the extraction pack.
 */
async function measureMemory(
  folder: string,
  readings: number,
  show: (line: MemoryLine) => void,
): Promise<MemoryLine[]> {
  const script = fileURLToPath(new URL('./read-pages.mjs', import.meta.url));
  const child = spawn(
    process.execPath,
    [...process.execArgv, ...memoryFlags, script, folder, String(readings)],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...memoryEnvironment } },
  );
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  const lines: MemoryLine[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    const line: MemoryLine = JSON.parse(text);
    lines.push(line);
    show(line);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return lines;
}

/** Prints the memory of a worker over 10,000 pages, or as many as `words` say. */
export async function benchMemory(folder: string, words: readonly string[]): Promise<void> {
  const [readings = '10000'] = words;
  const lines = await measureMemory(folder, Number(readings), (line) =>
    console.log(
      `${String(line.pages).padStart(6)} pages: at most ${line.mostRssMb} MB resident, heap ${line.heapMb} MB, outside ${line.externalMb} MB, of it buffers ${line.buffersMb} MB`,
    ),
  );
  const half = Math.floor(lines.length / 2);
  const most = (of: readonly MemoryLine[]): number => Math.max(0, ...of.map((line) => line.mostRssMb));
  console.log(
    `memory of a worker: at most ${most(lines)} MB; first half ${most(lines.slice(0, half))} MB, second half ${most(lines.slice(half))} MB`,
  );
}

if (import.meta.main) await benchMemory(process.argv[2] ?? '', process.argv.slice(3));
