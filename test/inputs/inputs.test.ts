import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverStartLimitMs } from '../servers/start-servers.ts';
import { openDoors, type Doors } from './doors.ts';
import { inputTable } from './input-table.ts';
import { judgePaper } from './judge-paper.ts';
import { openPaperDoor, type PaperDoor } from './paper-door.ts';

const papers = inputTable.flatMap((one) => ('drive' in one || 'test' in one ? [] : [one]));
const driven = inputTable.flatMap((one) => ('drive' in one ? [one] : []));
const tested = inputTable.flatMap((one) => ('test' in one ? [one] : []));
const titled = <T extends { readonly row: number; readonly input: string; readonly outcome: string }>(
  cases: readonly T[],
) => cases.map((one) => [one.row, one.input.replaceAll('%', '%%'), one.outcome, one] as const);

describe('the table of bad inputs', () => {
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
      await input.drive(doors);
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
    const readOn = async (): Promise<void> => {
      for (let paper = left.shift(); paper !== undefined; paper = left.shift()) {
        const { input } = paper;
        const seen = await door.read(paper).catch(String);
        verdicts.set(input, typeof seen === 'string' ? seen : judgePaper(paper, seen));
      }
    };
    // So many at a time that the mill has its hands full, and none waits for long.
    await Promise.all(Array.from({ length: 16 }, readOn));
  }, 300_000);
  afterAll(() => door.close());

  it.each(titled(papers))('row %i: %s: %s', async (_row, _input, _outcome, { input }) => {
    expect([verdicts.has(input), verdicts.get(input)]).toEqual([true, undefined]);
  });
});
