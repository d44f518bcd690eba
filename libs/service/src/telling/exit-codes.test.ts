import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { exitCodes, exitMeanings } from './exit-codes.ts';

describe('the table of exit codes in docs/troubleshoot.md', () => {
  it('is that of the code, in both directions', () => {
    const page = readFileSync(new URL('../../../../docs/troubleshoot.md', import.meta.url), 'utf8');
    const [, part = ''] = page.split('\n## Exit codes\n');
    const rows = [...(part.split('\n## ')[0] ?? '').matchAll(/^\| (\d+) \| (.*) \|$/gm)].map(
      ([, code, meaning]) => `${code} ${meaning}`,
    );
    expect(rows).toEqual(
      Object.entries(exitCodes).map(([name, code]) => `${code} ${Reflect.get(exitMeanings, name)}`),
    );
  });
});
