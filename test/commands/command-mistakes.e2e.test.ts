import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, startScript, type Ended } from '../processes/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-commands-'));
const file = join(folder, 'a-file');
const nowhere = join(folder, 'none');
const empty = join(folder, 'empty');
let server: Server;
let address: string;

beforeAll(async () => {
  writeFileSync(file, 'x');
  mkdirSync(empty);
  server = createServer((_, reply) => reply.writeHead(200).end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // a TCP server has an address and a port
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Every command with the words that it needs at least, and the code with which it ends where its data folder
 * is a file.
 */
const commands: Readonly<Record<string, { readonly words: readonly string[]; readonly onFile: number }>> = {
  run: { words: [], onFile: 66 },
  'sources add': { words: [`http://127.0.0.1:9099/`], onFile: 1 },
  'sources list': { words: [], onFile: 66 },
  'sources plan': { words: [], onFile: 66 },
  'sources doctor': { words: [], onFile: 66 },
  'sources poll': { words: ['paper'], onFile: 66 },
  'sources fetches': { words: ['paper'], onFile: 66 },
  'sources lift': { words: ['paper'], onFile: 66 },
  'sources pause': { words: ['paper'], onFile: 66 },
  'sources resume': { words: ['paper'], onFile: 66 },
  'sources edit': { words: ['paper'], onFile: 66 },
  'sources remove': { words: ['paper'], onFile: 66 },
  'sources import': { words: [nowhere], onFile: 66 },
  'sources export': { words: [join(nowhere, 'x.opml')], onFile: 66 },
  'sources record': { words: ['paper', 'http://127.0.0.1:9099/'], onFile: 66 },
  'sources try': { words: ['paper'], onFile: 66 },
  'sources test': { words: [], onFile: 66 },
  validate: { words: [], onFile: 66 },
  extract: { words: [nowhere], onFile: 66 },
  tap: { words: ['clean'], onFile: 66 },
  graph: { words: [], onFile: 66 },
  'config show': { words: [], onFile: 0 },
  trace: { words: ['https://paper.example/story'], onFile: 66 },
  history: { words: ['5f1d3c9ab2e84c60'], onFile: 66 },
  'alerts list': { words: [], onFile: 66 },
  'alerts add': { words: ['name', 'query'], onFile: 66 },
  'alerts edit': { words: ['id'], onFile: 66 },
  'alerts deliveries': { words: ['id'], onFile: 66 },
  'alerts remove': { words: ['id'], onFile: 66 },
  'alerts test': { words: ['id'], onFile: 66 },
  'dead list': { words: [], onFile: 66 },
  'dead show': { words: ['id'], onFile: 66 },
  'dead groups': { words: [], onFile: 66 },
  'dead group': { words: ['94c764a40edc'], onFile: 66 },
  'dead edit': { words: ['id'], onFile: 66 },
  'dead replay': { words: ['--all'], onFile: 66 },
  'dead discard': { words: ['--all', '--why', 'gone'], onFile: 66 },
  top: { words: ['--once'], onFile: 66 },
  audit: { words: [], onFile: 66 },
  processes: { words: [], onFile: 66 },
  backfill: { words: [nowhere, '--source', 'paper'], onFile: 66 },
  'train topics': { words: ['--out', join(folder, 'model.json')], onFile: 66 },
  backup: { words: [join(folder, 'mill.backup')], onFile: 66 },
  backups: { words: [], onFile: 66 },
  verify: { words: [], onFile: 66 },
  changes: { words: [], onFile: 66 },
  'changes verify': { words: [], onFile: 66 },
  report: { words: [], onFile: 66 },
  recover: { words: [], onFile: 66 },
  restore: { words: [nowhere], onFile: 66 },
  export: { words: [], onFile: 66 },
  mcp: { words: [], onFile: 66 },
  reprocess: { words: [], onFile: 66 },
  'keys add': { words: ['name'], onFile: 66 },
  'keys list': { words: [], onFile: 66 },
  'keys rotate': { words: ['id'], onFile: 66 },
  'keys revoke': { words: ['id'], onFile: 66 },
  'sessions list': { words: [], onFile: 66 },
  'sessions end': { words: ['--all'], onFile: 66 },
  takedown: { words: ['id', '--reason', 'why'], onFile: 66 },
  'takedown list': { words: [], onFile: 66 },
  reindex: { words: [], onFile: 66 },
  healthcheck: { words: ['--address', 'http://127.0.0.1:9'], onFile: 1 },
  completions: { words: ['bash'], onFile: 0 },
  man: { words: [], onFile: 0 },
};

/** Commands that may be asked while the settings are wrong, and the code with which they end then. */
const withoutSettings: Readonly<Record<string, number>> = { healthcheck: 1, completions: 0, man: 0 };

/** Works on all at once, a few at a time. */
async function each<T>(
  names: readonly string[],
  work: (name: string) => Promise<T>,
): Promise<Record<string, T>> {
  const answers: Record<string, T> = {};
  const waiting = [...names];
  await Promise.all(
    [1, 2, 3].map(async () => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
        answers[name] = await work(name);
    }),
  );
  return answers;
}

const hasStack = ({ stdout, stderr }: Ended) => /^\s+at .*[:)]/m.test(`${stdout}${stderr}`);
const plain = (ended: Ended) => ({
  code: ended.code,
  hasStack: hasStack(ended),
  hasWords: ended.stderr.trim() !== '',
});
const wordsOf = (name: string) => [...name.split(' '), ...(commands[name]?.words ?? [])];

/** Names of the commands that a help page lists. */
function listedIn(help: string): string[] {
  const [, list = ''] = help.split('\nCommands:\n');
  return [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
}

/** Hang guard, ms: some thirty processes for a test, a few at a time. */
const guardMs = 900_000;

describe('the set-up of Elasticsearch', () => {
  it(
    'ends with a sentence and its code when a variable is missing, nothing answers, or the password is wrong',
    async () => {
      const guarded = createServer((_, reply) =>
        reply
          .writeHead(401, { 'content-type': 'application/json' })
          .end('{"error":{"type":"security_exception"}}'),
      );
      await new Promise<void>((resolve) => guarded.listen(0, '127.0.0.1', resolve));
      const passwords = {
        ELASTIC_PASSWORD: 'wrong',
        ELASTIC_WRITER_PASSWORD: 'b',
        ELASTIC_READER_PASSWORD: 'c',
      };
      const setUp = (environment: Readonly<Record<string, string>>) =>
        startScript('deploy/setup-elasticsearch.mjs', [], environment).ended;
      const ends = await Promise.all([
        setUp(passwords),
        setUp({ ...passwords, NEWSMILL_ELASTICSEARCH_URL: 'http://127.0.0.1:9' }),
        // a TCP server has an address and a port
        setUp({
          ...passwords,
          NEWSMILL_ELASTICSEARCH_URL: `http://127.0.0.1:${(guarded.address() as AddressInfo).port}`,
        }),
      ]);
      guarded.close();
      expect(ends.map(({ code }) => code)).toEqual([78, 69, 69]);
      expect(ends.map(({ stderr }) => stderr)).toEqual([
        expect.stringMatching(/^NEWSMILL_ELASTICSEARCH_URL is not set/),
        expect.stringMatching(/does not answer at .*correct NEWSMILL_ELASTICSEARCH_URL$/m),
        expect.stringMatching(/refuses the password of the user elastic: ELASTIC_PASSWORD must be/),
      ]);
      expect(ends.map(hasStack)).toEqual([false, false, false]);
    },
    guardMs,
  );
});

describe('the commands', () => {
  it(
    'are all tested here',
    async () => {
      const groups = listedIn((await runCommand(['--help'])).stdout);
      const below = await each(groups, async (name) => listedIn((await runCommand([name, '--help'])).stdout));
      const all = Object.entries(below).flatMap(([name, parts]) =>
        parts.length === 0
          ? [name]
          : [
              ...(name === 'changes' || name === 'takedown' ? [name] : []),
              ...parts.map((part) => `${name} ${part}`),
            ],
      );
      expect(all.toSorted()).toEqual(Object.keys(commands).toSorted());
    },
    guardMs,
  );
  it(
    'end with code 78 and a sentence when a setting is wrong',
    async () => {
      const ended = await each(Object.keys(commands), async (name) => {
        const end = await runCommand(wordsOf(name), { NEWSMILL_PROT: '1', NEWSMILL_DATA: empty });
        return {
          ...plain(end),
          names: end.stderr.includes('NEWSMILL_PROT is no setting; did you mean NEWSMILL_PORT?'),
        };
      });
      const expected = Object.keys(commands).map((name) => {
        const { [name]: code } = withoutSettings;
        return [
          name,
          code === undefined
            ? { code: 78, hasStack: false, hasWords: true, names: true }
            : { code, hasStack: false, hasWords: code !== 0, names: false },
        ];
      });
      expect(ended).toEqual(Object.fromEntries(expected));
    },
    guardMs,
  );
  it(
    'end with a sentence and their code when the data folder is a file',
    async () => {
      const ended = await each(Object.keys(commands), async (name) => {
        const end = await runCommand([
          ...wordsOf(name),
          ...(name in withoutSettings ? [] : ['--data', file]),
        ]);
        return { ...plain(end), stderr: end.stderr.includes('not foreseen') ? end.stderr : '' };
      });
      expect(ended).toEqual(
        Object.fromEntries(
          Object.entries(commands).map(([name, { onFile }]) => [
            name,
            { code: onFile, hasStack: false, hasWords: onFile !== 0, stderr: '' },
          ]),
        ),
      );
    },
    guardMs,
  );
  it(
    'take --data wherever it stands',
    async () => {
      for (const words of [
        ['takedown', 'list', '--data', empty],
        ['takedown', '--data', empty, 'list'],
        ['keys', 'list', '--data', empty],
        ['dead', 'list', '--data', empty],
        ['alerts', 'list', '--data', empty],
        ['train', 'topics', '--out', join(folder, 'x'), '--data', empty],
      ]) {
        const { code, stderr } = await runCommand(words);
        expect({ words, code, stderr }).toEqual({
          words,
          code: 66,
          stderr: expect.stringContaining(`there is no mill in ${empty}`),
        });
      }
    },
    guardMs,
  );
  it(
    'end with code 2 for words that cannot be read',
    async () => {
      for (const words of [
        ['frobnicate'],
        ['keys', 'list', '--frob'],
        ['dead', 'list', '--limit', 'abc'],
        ['alerts', 'add', 'a', 'b', '--throttle', 'abc'],
        ['dead', 'replay', '--all', '--rate', '0'],
        ['dead', 'replay', '--all', '--dry-run', '--sample', '0'],
        ['top', '--every', '0'],
        ['reprocess', '--from-archive', '--threads', '65'],
        ['sources', 'add', 'nonsense'],
        ['trace', 'nonsense'],
      ]) {
        const end = await runCommand([...words, ...(words[0] === 'trace' ? ['--data', empty] : [])], {});
        expect({ words, ...plain(end) }).toEqual({
          words,
          code: words[0] === 'trace' ? 66 : 2,
          hasStack: false,
          hasWords: true,
        });
      }
    },
    guardMs,
  );
  it(
    'name the way to a private address, where they have one',
    async () => {
      const pair = new URL(address).host;
      for (const words of [
        ['sources', 'add', address],
        ['extract', address],
      ]) {
        const { code, stderr } = await runCommand([...words, '--data', empty]);
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringContaining(`--allow-private ${pair}`),
        });
      }
      mkdirSync(join(empty, 'sources'));
      writeFileSync(
        join(empty, 'sources', 'paper.yaml'),
        `id: paper\nname: Paper\nchannels:\n  - url: ${address}feed\nallowPrivate: ['${pair}']\n`,
      );
      const known = await runCommand(['extract', address, '--data', empty]);
      expect(known.stderr).toContain('no article');
      expect(known.stderr).not.toContain('address-blocked');
    },
    guardMs,
  );
});
