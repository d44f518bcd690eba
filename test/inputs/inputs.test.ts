import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverStartLimitMs } from '../servers/start-servers.ts';
import { openDoors, type Doors } from './doors.ts';
import type { PaperInput } from './input-case.ts';
import { inputTable } from './input-table.ts';
import { judgePaper } from './judge-paper.ts';
import { cpuOfLook, measureHere, measurePaper, type InputFigures } from './measure-input.ts';
import { openPaperDoor, type PaperDoor } from './paper-door.ts';

/** Where the figures of each input are written, for `npm run bench -- inputs`: then one is read after the other. */
const recordsPath = process.env['INPUT_RECORDS'];
const figures = new Map<string, InputFigures>();
afterAll(() => {
  if (recordsPath === undefined) return;
  const none = { cpuMs: null, peakRssMb: null, loopLagMs: null };
  const records = inputTable.map((one) => ({
    row: one.row,
    input: one.input,
    door: one.door,
    outcome: one.outcome,
    why: one.why,
    test: 'test' in one ? one.test : undefined,
    ...(figures.get(one.input) ?? none),
  }));
  writeFileSync(recordsPath, JSON.stringify(records));
});

const papers = inputTable.flatMap((one) => ('drive' in one || 'test' in one ? [] : [one]));
const driven = inputTable.flatMap((one) => ('drive' in one ? [one] : []));
const tested = inputTable.flatMap((one) => ('test' in one ? [one] : []));
const titled = <T extends { readonly row: number; readonly input: string; readonly outcome: string }>(
  cases: readonly T[],
) => cases.map((one) => [one.row, one.input.replaceAll('%', '%%'), one.outcome, one] as const);

/** What is kept is judged when nobody is about to make it anew: that may be the cure. */
const itOfKept = recordsPath === undefined ? it : it.skip;
const keptRecords = new URL('../../bench/inputs/records.json', import.meta.url);

describe('the table of bad inputs', () => {
  itOfKept('has a kept record of every input, with its outcome, which docs/reliability.md prints', () => {
    const kept: { inputs: readonly { row: number; input: string; outcome: string }[] } = JSON.parse(
      readFileSync(keptRecords, 'utf8'),
    );
    expect(kept.inputs.map(({ row, input, outcome }) => [row, input, outcome])).toEqual(
      inputTable.map(({ row, input, outcome }) => [row, input, outcome]),
    );
  });

  itOfKept('has figures in every kept record, those of suites of their own, too', () => {
    const kept: { inputs: readonly (InputFigures & { input: string })[] } = JSON.parse(
      readFileSync(keptRecords, 'utf8'),
    );
    const without = kept.inputs.filter(
      ({ cpuMs, peakRssMb, loopLagMs }) => ![cpuMs, peakRssMb, loopLagMs].every(Number.isFinite),
    );
    expect(without.map(({ input }) => input)).toEqual([]);
  });

  it('has every row from 1 to 96, over 140 inputs, each under words of its own', () => {
    expect([...new Set(inputTable.map(({ row }) => row))]).toEqual(
      Array.from({ length: 96 }, (_, i) => i + 1),
    );
    expect(inputTable.length).toBeGreaterThan(140);
    expect(new Set(inputTable.map(({ input }) => input)).size).toBe(inputTable.length);
  });

  it.each(titled(tested))('row %i: %s: %s, by a test that exists', (_row, _input, _outcome, { test }) => {
    const path = fileURLToPath(new URL(`../../${test.file}`, import.meta.url));
    expect(existsSync(path) ? readFileSync(path, 'utf8') : `there is no ${test.file}`).toContain(test.name);
  });
});

describe('bad inputs', () => {
  let doors: Doors;
  beforeAll(() => {
    doors = openDoors();
  });
  afterAll(() => doors.close());

  it.each(titled(driven))(
    'row %i: %s: %s',
    async (_row, _input, _outcome, input) => {
      // A door that opens takes more than what goes through it.
      if (recordsPath !== undefined) await Promise.all([doors.app(), doors.bus(), doors.redis()]);
      figures.set(input.input, await measureHere(() => input.drive(doors)));
    },
    serverStartLimitMs,
  );
});

describe('bad inputs of papers', () => {
  let door: PaperDoor;
  const verdicts = new Map<string, string | undefined>();
  beforeAll(async () => {
    door = await openPaperDoor();
    const left = [...papers];
    let lookCpu = 0;
    const readOnly = async (paper: PaperInput) => ({ seen: await door.read(paper), figures: undefined });
    const readOn = async (): Promise<void> => {
      for (let paper = left.shift(); paper !== undefined; paper = left.shift()) {
        const one = paper;
        const found = await (recordsPath === undefined
          ? readOnly(one)
          : measurePaper(door, one, lookCpu)
        ).catch(String);
        if (typeof found !== 'string' && found.figures !== undefined) figures.set(one.input, found.figures);
        verdicts.set(one.input, typeof found === 'string' ? found : judgePaper(one, found.seen));
      }
    };
    if (recordsPath === undefined) {
      // So many at a time that the mill has its hands full, and none waits for long.
      await Promise.all(Array.from({ length: 16 }, readOn));
      return;
    }
    // The first page loads what all others find there.
    await door.read({ row: 0, input: 'an honest paper', outcome: 'CLEAN', door: 'paper' });
    lookCpu = await cpuOfLook(door);
    await readOn();
    // A guard for what hangs: one after the other they take minutes, on a machine with other work an hour.
  }, 7_200_000);
  afterAll(() => door.close());

  it.each(titled(papers))('row %i: %s: %s', async (_row, _input, _outcome, { input }) => {
    expect([verdicts.has(input), verdicts.get(input)]).toEqual([true, undefined]);
  });
});
