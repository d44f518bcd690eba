import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rightsRules, uses, type RuleFacts } from './rights.ts';
import { waysOut, type WayFacts } from './serve-rights.ts';

const page = readFileSync(new URL('../../../docs/rights.md', import.meta.url), 'utf8');
/** Rows of the tables whose first cell is a name. */
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

describe('docs/rights.md', () => {
  it('has every use, rule and way as the tables have them, and no other', () => {
    const ruled = Object.entries<RuleFacts>(rightsRules).map(
      ([name, { says, effects, spec }]) =>
        `| \`${name}\` | ${says} | ${Object.keys(effects).join(', ')} | ${spec} |`,
    );
    const served = Object.entries<WayFacts>(waysOut).map(
      ([name, { says, entry, snippet, text }]) =>
        `| \`${name}\` | ${says} | ${entry.join(', ')} | ${snippet.join(', ')} | ${text.join(', ')} |`,
    );
    const used = Object.entries(uses).map(([name, says]) => `| \`${name}\` | ${says} |`);
    expect(rows).toEqual([...used, ...ruled, ...served]);
  });
});
