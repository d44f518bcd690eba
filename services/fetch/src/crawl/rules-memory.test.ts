import { describe, expect, it } from '@jest/globals';
import { RulesMemory } from './rules-memory.ts';

const rules = { verdict: 'allow', groups: [], sitemaps: [] } as const;

describe('rules as the state keeps them', () => {
  const memory = new RulesMemory('newsmill');
  it('are read', () => {
    expect(memory.rulesOf(JSON.stringify(rules))).toEqual(rules);
    expect(memory.filesOf('{"tdm":[],"rsl":[]}')).toEqual({ tdm: [], rsl: [] });
  });
  it.each(['', '{"verdict":"allow","gro', '[]', 'null', '{"verdict":"maybe","groups":[],"sitemaps":[]}'])(
    'count as missing where they are %j',
    (kept) => {
      expect(memory.rulesOf(kept)).toBeUndefined();
      expect(memory.filesOf(kept)).toBeUndefined();
    },
  );
  it('tell a host that is never asked from one that does not answer', () => {
    const blocked = 'address-blocked: 10.0.0.7 is not a global unicast address';
    expect(memory.judge({ ...rules, verdict: 'disallow', blocked }, 'http://10.0.0.7/a')).toMatchObject({
      verdict: 'unreachable',
      blocked,
    });
    expect(memory.judge({ ...rules, verdict: 'disallow' }, 'http://paper.example/a')).not.toHaveProperty(
      'blocked',
    );
  });
});
