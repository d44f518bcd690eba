import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { consolePages } from '../../services/api/src/testing/console-pages.ts';
import { commandList } from '../../services/mill/src/commands/command-list.ts';
import { root } from '../documents/read-documents.ts';

const page = readFileSync(join(root, 'docs/operator-tasks.md'), 'utf8');
const suite = readFileSync(join(root, 'services/api/src/console-keyboard.browser.test.ts'), 'utf8');

/** The rows of the tables, by the heading above them. */
const rows = page.split(/^## /m).flatMap((part) => {
  const [heading = '', ...lines] = part.split('\n');
  return lines
    .filter((line) => line.startsWith('| ') && !line.startsWith('| task |'))
    .map((line) => {
      const [task = '', pages = '', commands = '', test = ''] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      const named = (cell: string) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name);
      return {
        day: heading.trim().toLowerCase(),
        task,
        pages: named(pages),
        commands: named(commands),
        test,
      };
    });
});

/** The tests of the suite, by the block that they stand in. */
const tests = suite.split(/^ {2}describe\('/m).flatMap((part) => {
  const day = part.slice(0, part.indexOf("'"));
  return Array.from(part.matchAll(/^ {4}it\('([^']+)'/gm), ([, test = '']) => ({ day, test }));
});

describe('the tasks of operators', () => {
  it('are on pages and commands that are there', () => {
    const known = new Set(commandList.flatMap(({ name, load }) => (load === undefined ? [] : [name])));
    expect(rows.length).toBeGreaterThan(25);
    for (const { task, pages, commands } of rows) {
      expect({ task, none: pages.filter((path) => !Object.hasOwn(consolePages, path)) }).toEqual({
        task,
        none: [],
      });
      expect({ task, none: commands.filter((name) => !known.has(name.replace('newsmill ', ''))) }).toEqual({
        task,
        none: [],
      });
      expect({ task, ways: pages.length + commands.length }).not.toEqual({ task, ways: 0 });
    }
  });
  it('are done by keyboard in a test, wherever there is a page, in the order of the days', () => {
    const walked = rows.filter(({ test }) => test !== '–');
    expect(walked.map(({ day, test }) => ({ day, test }))).toEqual(tests);
    expect(rows.filter(({ pages, test }) => pages.length > 0 !== (test !== '–'))).toEqual([]);
  });
});
