import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { commandList } from './command-list.ts';
import { fillCommand } from './declare/build-command.ts';
import type { AnyCommand } from './declare/define-command.ts';
import { exitCodes } from '@newsmill/service';

/** The words of a line, parted as a shell does. */
function lineWords(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
}

/** What a command is given for the words behind its name; throws where they cannot be read. */
async function given(declared: AnyCommand, words: readonly string[]) {
  const told: { words: readonly unknown[]; options: Readonly<Record<string, unknown>> }[] = [];
  const command = new Command(declared.name).exitOverride().configureOutput({ writeErr: () => undefined });
  fillCommand(command, declared, {}, async (typed, options) => void told.push({ words: typed, options }));
  await command.parseAsync(words, { from: 'user' });
  return told;
}

const commands = await Promise.all(
  commandList.map(async (listed) => ({ listed, declared: (await listed.load?.())?.command })),
);
const whole = commands.flatMap(({ listed, declared }) =>
  declared === undefined ? [] : [{ listed, declared }],
);

describe('the list of commands', () => {
  it('says of each what its file says', () => {
    expect(whole.map(({ listed: { name, words, description } }) => ({ name, words, description }))).toEqual(
      whole.map(({ declared: { name, words, description } }) => ({ name, words, description })),
    );
    expect(commands.filter(({ listed }) => listed.description === '')).toEqual([]);
    expect(new Set(commandList.map(({ name }) => name)).size).toBe(commandList.length);
  });
  it('has a line above every command of two words', () => {
    const names = commandList.map(({ name }) => name);
    for (const name of names) expect(names.slice(0, names.indexOf(name) + 1)).toContain(name.split(' ')[0]);
  });
});

describe('every command', () => {
  it('has examples that its own words and options can read', async () => {
    for (const { declared } of whole) {
      expect(declared.examples.length).toBeGreaterThan(0);
      for (const example of declared.examples) {
        const begin = ['newsmill', ...declared.name.split(' ')];
        const words = lineWords(example);
        expect(words.slice(0, begin.length)).toEqual(begin);
        expect({ example, told: (await given(declared, words.slice(begin.length))).length }).toEqual({
          example,
          told: 1,
        });
      }
    }
  });
  it('says in its help what its words mean', () => {
    for (const { declared } of whole) {
      const command = fillCommand(new Command(declared.name), declared, {}, async () => undefined);
      expect(command.registeredArguments.map(({ description }) => description).filter(Boolean)).toEqual(
        Object.values(declared.wordMeanings ?? {}),
      );
    }
  });
  it('ends with codes of the one table, and help names them', () => {
    for (const { declared } of whole) {
      expect(Object.keys(exitCodes)).toEqual(expect.arrayContaining([...declared.exits]));
      expect(new Set(declared.exits).size).toBe(declared.exits.length);
      expect(declared.exits).toContain('done');
    }
  });
  it('has no option that another would set: --no-digest is read as the contrary of --digest', () => {
    for (const { declared } of whole)
      for (const name of Object.keys(declared.options))
        expect(Object.keys(declared.options)).not.toContain(
          `no${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        );
  });
  it('is given its options as it declares them', async () => {
    const add = whole.find(({ declared }) => declared.name === 'alerts add');
    if (add === undefined) throw new Error('alerts add is not listed');
    const words = ['Ferries', 'ferry', '--throttle', '600', '--language', 'en', 'de', '--data', '/srv'];
    expect(await given(add.declared, words)).toEqual([
      {
        words: ['Ferries', 'ferry'],
        options: {
          allowPrivate: false,
          throttle: 600,
          mail: [],
          source: [],
          language: ['en', 'de'],
          data: '/srv',
          format: 'text',
        },
      },
    ]);
    await expect(given(add.declared, ['a', 'b', '--throttle', 'abc'])).rejects.toThrow('no whole number');
  });
});
