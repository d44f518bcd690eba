import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drillSettings } from '../../../test/faults/mill-drill.ts';
import { judgeDrill, untilThrough } from '../../../test/oracle/judge-drill.ts';
import { seededRandom } from '../../../test/newsweb/seeded-random.ts';
import { startNewsWeb } from '../../../test/newsweb/serve-news-web.ts';
import { startMill, writeSources, type MillProcess } from '../../../test/processes/start-mill.ts';
import { quantile } from '../../quantile.ts';
import type { FaultFindings, FaultRun, Hindrance } from '../fault.ts';

/** The mill has far less to write; what is left of it is filled up. */
const diskMb = 256;
/** A hang guard: so long a mill may take to notice and to go on, milliseconds. */
const mostWaitMs = 120_000;
/** `/readyz` says so soon that the disk is full, by promise, milliseconds. */
const promisedMs = 1_000;
/** As many files and sockets as a process may have open, after the disk has had its turn. */
const fewFiles = 96;

function run(program: string, ...words: readonly string[]): string | undefined {
  const done = spawnSync(program, words, { encoding: 'utf8' });
  return done.status === 0 ? undefined : (done.error?.message ?? done.stderr.trim());
}

const mount = (...words: readonly string[]): string | undefined => run('mount', ...words);

/** A small disk below a folder. */
interface SmallDisk {
  /** Lets the kernel find an error in it: it becomes read-only under all open files. Not every disk can. */
  readonly fail?: () => void;
  /** Checks and mends it as an operator does, once nothing uses it; answers why not. */
  readonly mend: () => string | undefined;
}

/** The name of the device that is mounted at a folder, such as `loop0`. */
function deviceOf(folder: string): string | undefined {
  const line = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find((one) => one.split(' ')[1] === folder);
  return /^\/dev\/(\w+) /.exec(line ?? '')?.[1];
}

/** Mounts a disk with a file system that can fail, in a file; else one in memory; else answers why not. */
function mountSmall(data: string, image: string): SmallDisk | string {
  writeFileSync(image, '');
  truncateSync(image, diskMb * 1_048_576);
  const options = ['-o', 'loop,errors=remount-ro'];
  const why = run('mkfs.ext4', '-q', '-m', '0', image) ?? mount(...options, image, data);
  const trigger = `/sys/fs/ext4/${deviceOf(data)}/trigger_fs_error`;
  if (why === undefined && existsSync(trigger)) {
    rmSync(join(data, 'lost+found'), { recursive: true });
    return {
      fail: () => writeFileSync(trigger, '1'),
      // e2fsck ends with 1 where it has mended something.
      mend() {
        const away = run('umount', data);
        spawnSync('e2fsck', ['-fy', image]);
        return away ?? mount(...options, image, data);
      },
    };
  }
  if (why === undefined) run('umount', data);
  const refused = mount('-t', 'tmpfs', '-o', `size=${diskMb}m,mode=700`, 'tmpfs', data);
  return refused ?? { mend: () => undefined };
}

/** Why no small disk can be mounted here, or none that fails: by mounting one. */
export function diskHindrance(): Hindrance | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-disk-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  try {
    const disk = mountSmall(data, join(folder, 'disk.img'));
    if (typeof disk === 'string') return { why: `a small disk needs the right to mount: ${disk}` };
    run('umount', '-l', data);
    return disk.fail === undefined
      ? { part: 'a disk that fails', why: 'that needs ext4 with errors on demand' }
      : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes all room that is left on a disk. */
function fill(folder: string): void {
  const file = openSync(join(folder, 'filler'), 'a');
  try {
    for (let step = 1_048_576; step >= 512; ) {
      const { bavail, bsize } = statfsSync(folder);
      if (bavail * bsize < step) step /= 2;
      else writeSync(file, Buffer.alloc(step));
    }
  } catch (error) {
    // No instanceof: the error may come from another realm.
    if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'ENOSPC')
      throw error;
  } finally {
    closeSync(file);
  }
}

/** Waits for an answer of `/readyz`; answers how long that took, milliseconds, and undefined when it did not come. */
async function untilReadyz(
  address: string,
  isWanted: (status: number, body: string) => boolean,
  /** Told each other answer. */
  meanwhile: (body: string) => void,
): Promise<number | undefined> {
  const began = performance.now();
  while (performance.now() - began < mostWaitMs) {
    const answer = await fetch(`${address}/readyz?verbose`);
    const body = await answer.text();
    if (isWanted(answer.status, body)) return performance.now() - began;
    meanwhile(body);
    await sleep(50);
  }
  return undefined;
}

/** A mill on a folder that cannot be written says so in words and ends. */
function startReadOnly(data: string, sources: string): readonly string[] {
  const why = mount('-o', 'remount,ro', data);
  if (why !== undefined) return [`the disk could not be made read-only: ${why}`];
  const run = spawnSync(
    process.execPath,
    ['services/mill/dist/main.js', 'run', '--port', '0', '--data', data, '--sources', sources],
    { encoding: 'utf8', timeout: mostWaitMs, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const back = mount('-o', 'remount,rw', data);
  return [
    ...(run.status === null || run.status === 0
      ? [`on a read-only disk the mill did not refuse to start (${String(run.status)})`]
      : []),
    ...(/read-only|readonly/i.test(run.stderr) ? [] : [`it did not say why: ${run.stderr.slice(0, 300)}`]),
    ...(/\n\s+at /.test(run.stderr) ? ['it printed a stack'] : []),
    ...(back === undefined ? [] : [`the disk could not be made writable again: ${back}`]),
  ];
}

/** The disk fails under a mill at work: it says so, does not die of it, and ends when it is told to. */
async function failUnder(mill: MillProcess, disk: SmallDisk): Promise<readonly string[]> {
  if (disk.fail === undefined) return [];
  disk.fail();
  const said = await untilReadyz(
    mill.address,
    (status, body) => status === 503 && /read-only|readonly|I\/O/i.test(body),
    () => undefined,
  ).catch(() => undefined);
  const isAlive = mill.process.exitCode === null && mill.process.signalCode === null;
  // What cannot be written down is no clean end: any code will do, but it must come.
  const over = mill.stop().then(() => true);
  const hasEnded = await Promise.race([over, sleep(mostWaitMs, false, { ref: false })]);
  await mill.kill();
  const why = disk.mend();
  return [
    ...(isAlive ? [] : ['the mill died when its disk became read-only']),
    ...(hasEnded ? [] : ['on a disk that is read-only the mill did not end on SIGTERM']),
    ...(said === undefined ? ['/readyz did not say that the disk has become read-only'] : []),
    ...(why === undefined ? [] : [`the disk could not be mended: ${why}`]),
  ];
}

/**
 * F13: the disk is full again and again while articles come in, then read-only at a start, then it fails under a mill
 * at work, then there are few files. Nothing that was acknowledged is lost; `/readyz` says what is wrong, and the mill
 * goes on by itself.
 */
export async function diskFull({ dose, seed, folder, tell }: FaultRun): Promise<FaultFindings> {
  const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
  mkdirSync(data);
  const disk = mountSmall(data, join(folder, 'disk.img'));
  if (typeof disk === 'string') throw new Error(`a small disk needs the right to mount: ${disk}`);
  const began = Date.now();
  const articles = Math.max(60, dose * 20);
  const random = seededRandom(seed, 'disk');
  const web = await startNewsWeb({ articles, seed, delay: '0ms', interval: '3s', life: true });
  writeSources(sources, web.sources);
  // Papers correct after the turns, of at most six seconds each. A mill leaves ages out, but never the last one.
  const revisits = `5s,${20 + dose * 6}s`;
  const settings = { ...drillSettings, NEWSMILL_LOG_LEVEL: 'fatal', NEWSMILL_REVISITS: revisits };
  const broken: string[] = [];
  const noticed: number[] = [];
  const resumed: number[] = [];
  try {
    const first = await startMill({ data, sources, settings });
    for (let turn = 1; turn <= dose; turn += 1) {
      await sleep(200 + random() * 1_500);
      fill(data);
      const saw = await untilReadyz(
        first.address,
        (status, body) => status === 503 && /full/i.test(body),
        () => fill(data),
      );
      if (saw === undefined) broken.push(`turn ${turn}: /readyz did not say that the disk is full`);
      else noticed.push(saw);
      await sleep(random() * 1_000);
      rmSync(join(data, 'filler'));
      let inTheWay = '';
      const again = await untilReadyz(
        first.address,
        (status) => status === 200,
        (body) =>
          (inTheWay = body
            .split('\n')
            .filter((line) => line.includes('(stands in the way)'))
            .join(', ')),
      );
      if (again === undefined) broken.push(`turn ${turn}: not ready again after there was room`);
      else resumed.push(again);
      tell(
        `turn ${turn}: noticed after ${saw?.toFixed(0)} ms, ready again after ${again?.toFixed(0)} ms${inTheWay === '' ? '' : `, at last without ${inTheWay}`}`,
      );
    }
    const code = await first.stop();
    if (code !== 0) broken.push(`the mill ended with ${code} on SIGTERM`);
    broken.push(...startReadOnly(data, sources));
    const failing = await startMill({ data, sources, settings });
    broken.push(...(await failUnder(failing, disk)));
    web.phase(2);
    const second = await startMill({ data, sources, settings, openFiles: fewFiles });
    await untilThrough(second.address, { articles, limitMs: 300_000 }, web);
    const last = await second.stop();
    if (last !== 0) broken.push(`with ${fewFiles} files the mill ended with ${last} on SIGTERM`);
    const saidMs = quantile(noticed, 0.95);
    return {
      articles,
      verdict: await judgeDrill(web, { NEWSMILL_DATA: data }, began),
      stallsMs: resumed,
      extra: {
        'said by /readyz after, p95': `${(saidMs / 1_000).toFixed(1)} s`,
        'failing disk': disk.fail === undefined ? 'not on this machine' : 'once',
      },
      broken,
      late:
        saidMs <= promisedMs
          ? []
          : [`/readyz said later than after ${promisedMs / 1_000} s that the disk is full`],
    };
  } finally {
    await web.close();
    spawnSync('umount', ['-l', data]);
  }
}
