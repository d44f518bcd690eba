import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand } from '../processes/run-command.ts';
import { writeSources } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-unused-'));
const until = untilWithin(180_000);

/** What a mill says on standard error until all of this was said. */
async function saidBy(welcome: 'yes' | 'no', words: readonly string[]): Promise<string> {
  const { process: mill, ended } = startCommand(
    ['run', '--port', '0', '--data', join(folder, welcome), '--sources', join(folder, 'sources')],
    {
      NEWSMILL_WELCOME: welcome,
      NEWSMILL_KAFKA_PARTITIONS: '12',
      NEWSMILL_ADMIN_KEY: 'sesame-open-1234',
      NEWSMILL_ALLOWED_HOSTS: 'mill.example',
      NEWSMILL_SECRET_USED: 'hidden-one',
      NEWSMILL_SECRET_NOBODY: 'hidden-two',
    },
  );
  let said = '';
  mill.stderr?.on('data', (piece: Buffer) => (said += piece.toString()));
  try {
    await until(`the mill says ${words.join(', ')}`, () => words.every((word) => said.includes(word)));
    return said;
  } finally {
    mill.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  }
}

describe('settings without effect', () => {
  writeSources(join(folder, 'sources'), [
    {
      id: 'paper',
      name: 'Paper',
      enabled: false,
      headers: { authorization: 'Bearer ${NEWSMILL_SECRET_USED}' },
      channels: [{ kind: 'feed', url: 'https://paper.example/feed.xml' }],
    },
  ]);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are told at the start in words, with the reason, and without the value of a secret', async () => {
    const said = await saidBy('yes', ['NEWSMILL_KAFKA_PARTITIONS', 'NEWSMILL_SECRET_NOBODY']);
    expect(said).toContain('NEWSMILL_KAFKA_PARTITIONS has no effect: NEWSMILL_KAFKA_BROKERS is not set');
    expect(said).toMatch(/NEWSMILL_SECRET_NOBODY has no effect: no source file in \S+ refers to it/);
    expect(said).not.toMatch(/NEWSMILL_SECRET_USED|hidden/);
    // A key that others could guess, where they reach the mill by another name.
    expect(said).toContain('NEWSMILL_ADMIN_KEY has 16 characters: shorter than 32');
    expect(said).not.toContain('sesame');
  }, 240_000);

  it('are notes of the log where no people listen', async () => {
    const said = await saidBy('no', ['NEWSMILL_KAFKA_PARTITIONS', 'NEWSMILL_SECRET_NOBODY']);
    const notes = said
      .split('\n')
      .filter((line) => line.includes('setting.unused'))
      .map((line): unknown => JSON.parse(line));
    expect(notes).toEqual([
      expect.objectContaining({ level: 'warn', setting: 'NEWSMILL_KAFKA_PARTITIONS' }),
      expect.objectContaining({ level: 'warn', setting: 'NEWSMILL_SECRET_NOBODY' }),
    ]);
  }, 240_000);
});
