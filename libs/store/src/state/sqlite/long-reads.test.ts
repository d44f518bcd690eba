import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFile, type SqliteFile } from '../../sqlite/sqlite-file.ts';
import { item } from '../../testing/state-samples.ts';
import type { State } from '../state.ts';
import { openSqliteState } from './sqlite-state.ts';

let directory: string;
let file: SqliteFile;
let state: State;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'newsmill-reads-'));
  file = openSqliteFile(join(directory, 'mill.db'));
  state = await openSqliteState({ db: file });
});
afterEach(async () => {
  await state.close();
  await file.close();
  await rm(directory, { recursive: true, force: true });
});

it('who reads page after page leaves the event loop to others', async () => {
  const keys = Array.from({ length: 500 }, (_, index) => `k${index}`);
  await state.addItems(keys.map((key) => item(key)));
  let turns = 0;
  const count = setInterval(() => (turns += 1), 0);
  for (let page = 0; page < 40; page += 1) await state.getItems(keys);
  clearInterval(count);
  expect(turns).toBeGreaterThan(3);
});
