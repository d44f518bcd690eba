import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { memoryFlags } from '../../tools/setup.mjs';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

describe('the options of Node with which a mill is started', () => {
  it.each(['newsmill', 'deploy/newsmill'])('are those of npm start in %s', (script) => {
    const line = read(script)
      .split('\n')
      .find((each) => each.startsWith('exec '));
    expect(line?.split(' ').filter((word) => word.startsWith('--'))).toEqual([...memoryFlags]);
  });
});
