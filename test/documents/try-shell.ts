import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@newsmill/settings';
import { parse } from 'yaml';
import type { Place } from './open-place.ts';
import { root, type Block } from './read-documents.ts';
import { splitCommands, type ShellCommand } from './split-commands.ts';

/** How a piece of a document was tried: run for real, or read by what would run it. */
export type Trial = 'run' | 'parsed';

/** Commands of the system that a page may name; a shell reads their lines, nothing runs them. */
const ofTheSystem = new Set(['sysctl', 'install', 'df', 'date', 'openssl', 'chronyc']);
const isPiece = /^[A-Z_][A-Z0-9_]*=/;
/** Ends a command after its words were read and before it does anything. */
const unreadable = { NEWSMILL_POLL_MIN: 'no duration' };
const usageCode = 2;
const settingsCode = 78;

interface Compose {
  readonly services: Readonly<Record<string, { readonly profiles?: readonly string[] }>>;
}

function expect(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

/** A word as a shell takes it literally, where it is no plain one. */
function quoted(word: string): string {
  return /^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Words of a newsmill command by the parser of the command line itself. */
async function parseNewsmill(words: readonly string[], place: Place): Promise<Trial> {
  const { code, stderr } = await place.run(`./newsmill ${words.map(quoted).join(' ')}`, unreadable);
  expect(code !== usageCode && code === settingsCode, `exit code ${String(code)}: ${stderr}`);
  return 'parsed';
}

async function run(text: string, place: Place, at?: string, key?: string): Promise<Trial> {
  const { code, stdout, stderr } = await place.run(text, key === undefined ? {} : { KEY: key }, at);
  expect(code === 0, `exit code ${String(code)} instead of 0: ${stderr}${stdout.slice(-2_000)}`);
  return 'run';
}

/** What readers put their own in the place of, with something of that kind. */
const placeholders: Readonly<Record<string, string>> = {
  ID: 'some-id',
  GROUP: '94c764a40edc',
  URL: 'https://paper.example/story',
};

/** Whether a command goes on until somebody ends it. */
function goesOn([name, ...words]: readonly string[]): boolean {
  if (name === 'top') return !words.includes('--once');
  return name === 'run' || name === 'tap';
}

/** Commands that were run: what several pages name is run once, as by one reader. */
const tried = new Map<string, Promise<Trial>>();

function newsmill({ words }: ShellCommand, place: Place): Promise<Trial> {
  const behind = words.slice(words.findIndex((word) => word === './newsmill' || word === 'newsmill') + 1);
  const own = behind.includes('|') ? behind.slice(0, behind.indexOf('|')) : behind;
  const filled = own.map((word) => placeholders[word] ?? word);
  const line = own.map(quoted).join(' ');
  const trial =
    tried.get(line) ??
    (goesOn(own) || filled.some((word, at) => word !== own[at])
      ? parseNewsmill(filled, place)
      : run(`./newsmill ${line}`, place));
  tried.set(line, trial);
  return trial;
}

function npm([first = '', ...rest]: readonly string[], place: Place): Promise<Trial> | Trial {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const name = first === 'run' ? (rest[0] ?? '') : first;
  expect(scripts[name] !== undefined, `package.json has no script ${name}`);
  return name === 'start' ? parseNewsmill(['run', ...rest.filter((word) => word !== '--')], place) : 'parsed';
}

function composeFile(): Compose {
  return parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true });
}

/** Words behind `docker compose`: the profile, the services and what runs in them are there. */
function compose(words: readonly string[], place: Place): Promise<Trial> | Trial {
  const { services } = composeFile();
  const [flag, profile = '', ...more] = words;
  expect(flag === '--profile' && ['full', 'embedded'].includes(profile), `no profile: ${words.join(' ')}`);
  const [command = '', ...rest] =
    more[0] === '--profile' && more[1] === 'observability' ? more.slice(2) : more;
  const isThere = (name: string) => services[name]?.profiles?.includes(profile) ?? false;
  const withValue = new Set(['-v', '-e', '--scale', '--tail']);
  const flags = rest.findIndex((word, at) => !word.startsWith('-') && !withValue.has(rest[at - 1] ?? ''));
  const named = flags === -1 ? [] : rest.slice(flags);
  for (const [at, word] of rest.entries())
    if (word === '--scale') expect(isThere((rest[at + 1] ?? '').split('=')[0] ?? ''), `${word}: no service`);
  if (command === 'exec' || command === 'run') {
    const [service = '', ...inside] = named;
    expect(isThere(service), `no service ${service}`);
    if (command === 'run') return parseNewsmill(inside, place);
    expect(inside[0] === 'newsmill', `no command of the image: ${inside.join(' ')}`);
    return newsmill({ line: 0, text: inside.join(' '), words: inside }, place);
  }
  expect(['up', 'ps', 'stop', 'logs', 'restart'].includes(command), `unknown: docker compose ${command}`);
  for (const name of named) expect(name === 'SERVICE' || isThere(name), `no service ${name}`);
  return 'parsed';
}

/** Words behind `-f FILE`, where the files are there. */
function withoutFiles(words: readonly string[]): readonly string[] {
  if (words[0] !== '-f') return words;
  expect(existsSync(join(root, words[1] ?? '')), `there is no ${words[1] ?? ''}`);
  return withoutFiles(words.slice(2));
}

function docker([first = '', ...rest]: readonly string[], place: Place): Promise<Trial> | Trial {
  if (first === 'compose') return compose(withoutFiles(rest), place);
  if (first === 'stats') return 'parsed';
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(rest.includes(`newsmill:${version}`), `the image is newsmill:${version}`);
  if (first === 'build') {
    expect(existsSync(join(root, rest[rest.indexOf('-f') + 1] ?? '')), 'there is no such Dockerfile');
    return 'parsed';
  }
  expect(first === 'run', `unknown: docker ${first}`);
  expect(existsSync(join(root, (rest.at(-1) ?? '').replace(/^\/app\//, ''))), 'the image has no such file');
  return 'parsed';
}

/** Reads a command, or runs it. */
async function tryCommand(command: ShellCommand, place: Place, path: string): Promise<Trial> {
  const words = command.words.filter((word, at) =>
    command.words.slice(0, at + 1).some((w) => !isPiece.test(w)),
  );
  const [first = '', ...rest] = words;
  if (first === '' || first === 'export') return 'parsed';
  if (first === './newsmill' || first === 'newsmill') return newsmill(command, place);
  // Nothing outside of this machine is asked.
  if (first === 'curl' && !command.text.includes('//127.0.0.1')) return 'parsed';
  if (first === 'curl')
    return path === 'docs/cookbook.md'
      ? run(savedFirst(command.text, place), place, place.cookbook, place.cookbookKey)
      : run(command.text, place);
  if (first === 'npm') return npm(rest, place);
  if (first === 'docker') return docker(rest, place);
  if (ofTheSystem.has(first)) return 'parsed';
  accessSync(join(root, first), constants.X_OK);
  return 'parsed';
}

/** `ID` stands for what the call before answered. */
function savedFirst(text: string, { cookbook, cookbookKey }: Place): string {
  if (!/\bID\b/.test(text)) return text;
  const list = `curl -H "Authorization: Bearer ${cookbookKey}" ${cookbook}/api/v1/saved-searches`;
  return `ID=$(${list} | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')\n${text.replaceAll(/\bID\b/g, '$ID')}`;
}

/** Settings that the lines of a block give, as a shell understands them. */
function settingsOf(text: string): Record<string, string> {
  const lines = splitCommands(text)
    .filter(({ words: [first = ''] }) => isPiece.test(first) || first === 'export')
    .map(({ text: line }) => line.replace(/ (npm|\.\/newsmill) .*$/, ''));
  const { stdout } = spawnSync('sh', ['-c', `set -a\n${lines.join('\n')}\nenv`], {
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
  return Object.fromEntries(
    Array.from(stdout.matchAll(/^(NEWSMILL_\w+)=(.*)$/gm), ([, name = '', value = '']) => [
      name,
      value.replace('…', 'x'.repeat(32)),
    ]),
  );
}

/** Tries a shell block, command by command; answers how each was tried. */
export async function tryShell(block: Block, place: Place, path: string): Promise<readonly Trial[]> {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: block.text, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path}:${block.line}: ${stderr}`);
  const trials: Trial[] = [];
  try {
    readSettings(settingsOf(block.text));
    for (const command of splitCommands(block.text)) {
      try {
        trials.push(await tryCommand(command, place, path));
      } catch (error) {
        const says = error instanceof Error ? error.message : String(error);
        throw new Error(`line ${block.line + command.line}: ${command.text}\n${says}`, { cause: error });
      }
    }
  } catch (error) {
    throw new Error(`${path}:${block.line}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return trials;
}
