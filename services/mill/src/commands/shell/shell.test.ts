import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCommandWords, type CommandWords } from './command-words.ts';
import { completeBash } from './complete-bash.ts';
import { completeFish } from './complete-fish.ts';
import { completeZsh } from './complete-zsh.ts';
import { manPage } from './man-page.ts';

let commands: readonly CommandWords[];
let folder: string;
beforeAll(async () => {
  commands = await readCommandWords();
  folder = mkdtempSync(join(tmpdir(), 'newsmill-shell-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

function run(program: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', cwd: folder });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('completions for bash', () => {
  /** What is offered for the last word of a line. */
  const offered = (line: string): string[] => {
    const path = written('newsmill.bash', completeBash(commands));
    const words = line.split(' ');
    const array = words.map((word) => `'${word}'`).join(' ');
    return run('bash', [
      '-c',
      `source ${path}; COMP_WORDS=(${array}); COMP_CWORD=${words.length - 1}; _newsmill; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ])
      .split('\n')
      .filter((word) => word !== '');
  };
  it('offer commands, those below them, their options, and what these choose among', () => {
    expect(offered('newsmill so')).toEqual(['sources']);
    expect(offered('newsmill dead l')).toEqual(['list']);
    expect(offered('newsmill sources list --s')).toEqual(['--state', '--sort', '--sources']);
    expect(offered('newsmill sources list --state f')).toEqual(['failing']);
    expect(offered('newsmill sources list --json --sort a')).toEqual(['attention', 'articles']);
    expect(offered('newsmill run --role fe')).toEqual(['fetch']);
    expect(offered('newsmill completions --h')).toEqual(['--help']);
  });
  it('offer folders and files where a command or an option takes one', () => {
    written('pages.warc', '');
    expect(offered('newsmill backfill pag')).toEqual(['pages.warc']);
    expect(offered('newsmill audit --data pag')).toEqual([]);
  });
});

describe('completions for other shells', () => {
  // They are not on every machine.
  const itHas = (program: string) => (has(program) ? it : it.skip);
  itHas('zsh')('can be read by zsh', () => {
    run('zsh', ['-n', written('_newsmill', completeZsh(commands))]);
  });
  itHas('fish')('are offered by fish', () => {
    const path = written('newsmill.fish', completeFish(commands));
    const offered = (line: string) =>
      run('fish', ['--no-config', '-c', `source ${path}; complete -C '${line}'`])
        .split('\n')
        .map((row) => row.split('\t')[0] ?? '')
        .filter((word) => word !== '');
    expect(offered('newsmill so')).toEqual(['sources']);
    expect(offered('newsmill dead l')).toEqual(['list']);
    expect(offered('newsmill sources list --sor')).toEqual(['--sort']);
    expect(offered('newsmill sources list --state fa')).toEqual(['failing']);
  });
  it('name every command and option', () => {
    for (const text of [completeZsh(commands), completeFish(commands)])
      for (const { path, options } of commands) {
        expect(text).toContain(path);
        for (const { word } of options) expect(text).toContain(word.slice(2));
      }
  });
});

describe('the manual page', () => {
  it('tells of every command, option and exit code', () => {
    const page = manPage(commands, '1.2.3');
    expect(page).toContain('"newsmill 1.2.3"');
    for (const { path, options, declared } of commands) {
      if (declared === undefined) continue;
      expect(page).toContain(`.SS newsmill ${path.replaceAll('-', String.raw`\-`)}`);
      for (const { word } of options) expect(page).toContain(`.B ${word.replaceAll('-', String.raw`\-`)}`);
    }
    // Only macros begin with a dot.
    const macros = [...page.matchAll(/^\.(\w*)/gm)].map(([, macro]) => macro);
    expect([...new Set(macros)].sort()).toEqual(['B', 'PP', 'SH', 'SS', 'TH', 'TP', 'fi', 'nf']);
  });
  (has('groff') ? it : it.skip)('is read by groff without a warning', () => {
    const path = written('newsmill.1', manPage(commands, '1.2.3'));
    expect(run('groff', ['-man', '-ww', '-Tutf8', path])).toContain('newsmill dead list');
  });
});
