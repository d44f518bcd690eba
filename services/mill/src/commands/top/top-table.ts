import { roomInWords } from '@newsmill/contracts';
import type { MillNow, StageNow } from '@newsmill/operate';

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const cores = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** `305 MB`. */
function size(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return `${numbers.format(bytes / 1_000 ** power)} ${['B', 'kB', 'MB', 'GB', 'TB'][power] ?? 'TB'}`;
}

/** `42 s`, `7 min`, `3 h`. */
function length(ms: number): string {
  if (ms < 120_000) return `${numbers.format(Math.round(ms / 100) / 10)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}

function failing({ all, failing: some }: MillNow['channels']): string {
  return `${numbers.format(all)} ${all === 1 ? 'channel' : 'channels'}, ${numbers.format(some)} failing`;
}

function newest({ library, at }: MillNow): string {
  return library.newestAt === undefined
    ? 'nothing new in a day'
    : `newest ${length(at - library.newestAt)} ago`;
}

const heads = ['stage', 'copies', 'a minute', 'waiting', 'oldest', 'passed', 'dropped', 'failed', 'dead'];
const columns = heads.map((head, index) => (index < 2 ? 8 : Math.max(head.length, 9)));

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) =>
      index === 0 ? cell.padEnd(columns[index] ?? 0) : cell.padStart(columns[index] ?? 0),
    )
    .join(' ')
    .trimEnd();
}

function stageRow(stage: StageNow): string {
  const { waiting, oldestMs } = stage;
  return row([
    stage.stage,
    String(stage.copies),
    numbers.format(stage.perMinute),
    waiting === undefined ? '-' : numbers.format(waiting),
    oldestMs === undefined ? '-' : length(oldestMs),
    ...[stage.passed, stage.dropped, stage.failed, stage.dead].map((count) => numbers.format(count)),
  ]);
}

/** How a mill stands as a table, a line each; what stages passed, dropped and failed is of the last hour. */
export function topTable(now: MillNow): string[] {
  const { library, requests, resources, roles, room, warnings } = now;
  const api = roles.find(({ service }) => service === 'api')?.copies ?? 0;
  const versions = [...new Set(roles.flatMap((role) => role.versions))].join(', ');
  const processes = `${resources.processes} ${resources.processes === 1 ? 'process' : 'processes'}`;
  return [
    `newsmill ${versions === '' ? '' : `${versions} `}at ${new Date(now.at).toISOString().slice(0, 19)}Z  ${processes} (${api} with the API), ${size(resources.memory)} of memory, ${cores.format(resources.processors)} cores`,
    `sources   ${failing(now.channels)}; ${numbers.format(requests.perMinute)} requests a minute; in the last hour ${numbers.format(requests.all)}, ${numbers.format(requests.failed)} failed, ${size(requests.bytes)}`,
    `library   ${numbers.format(library.searchablePerMinute)} searchable a minute, ${numbers.format(library.searchable)} in the last hour${library.delaySeconds === undefined ? '' : ` after ${length(library.delaySeconds * 1_000)} on average`}, ${newest(now)}`,
    '',
    row(heads),
    ...now.stages.map(stageRow),
    '',
    ...room.map((one) => `${one.of === 'data' ? `${one.host}  ` : ''}${roomInWords(one)}`),
    ...warnings.map(
      ({ text, next }) =>
        `! ${text}${next.command === undefined || text.includes(next.command) ? '' : ` (${next.command})`}`,
    ),
  ];
}

/** How a mill stands in one line, for logs. */
export function topLine(now: MillNow): string {
  const stages = now.stages.map(
    ({ stage, perMinute, waiting }) =>
      `${stage} ${numbers.format(perMinute)}/min${waiting === undefined ? '' : ` ${waiting} waiting`}`,
  );
  const warnings = now.warnings.map(({ name }) => name).join(' ');
  return `${new Date(now.at).toISOString().slice(0, 19)}Z  ${stages.join('  ')}  ${newest(now)}  ${size(now.resources.memory)}  ${warnings === '' ? 'all works' : warnings}`;
}
