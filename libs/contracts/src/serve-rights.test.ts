import { describe, expect, it } from '@jest/globals';
import {
  grantedUses,
  reservedOf,
  useNames,
  uses,
  type Rights,
  type Use,
  type UseDecision,
} from './rights.ts';
import { mayServe, waysOut, withGrant, type WayOut } from './serve-rights.ts';

const ways = Object.keys(waysOut).filter((way): way is WayOut => way in waysOut);
const decisions: readonly (UseDecision | undefined)[] = [
  undefined,
  { decision: 'allowed', rules: [] },
  { decision: 'limited', limit: 20, rules: [{ source: 'meta robots', value: 'max-snippet: 20' }] },
  { decision: 'denied', rules: [{ source: 'meta robots', value: 'noai' }] },
];
const rightsWith = (use: Use, decision: UseDecision | undefined): Rights => {
  const parts = decision === undefined ? {} : { [use]: decision };
  return { ...parts, reserved: reservedOf(parts) };
};
const kinds = { allowed: 'whole', limited: 'cut', denied: 'none' } as const;

describe('the policy of rights', () => {
  it('decides every way, part and use as its table says', () => {
    for (const way of ways)
      for (const use of useNames)
        for (const decision of decisions) {
          const served = mayServe(way, rightsWith(use, decision), 0);
          for (const part of ['entry', 'snippet', 'text'] as const) {
            const needed: readonly Use[] = waysOut[way][part];
            const expected = needed.includes(use) ? kinds[decision?.decision ?? 'allowed'] : 'whole';
            expect([way, part, use, decision?.decision, served[part].kind]).toEqual([
              way,
              part,
              use,
              decision?.decision,
              expected,
            ]);
          }
        }
  });

  it('gives what a source file allows, and nothing else, on every way', () => {
    const [, , , denied] = decisions;
    for (const way of ways)
      for (const use of useNames)
        for (const allowed of grantedUses) {
          const rights = withGrant(rightsWith(use, denied), { ground: 'Contract of 2026', allow: [allowed] });
          const needed: readonly Use[] = waysOut[way].text;
          const expected = needed.includes(use) && use !== allowed ? 'none' : 'whole';
          expect([way, use, allowed, mayServe(way, rights, 0).text.kind]).toEqual([
            way,
            use,
            allowed,
            expected,
          ]);
          if (use === allowed) {
            expect(rights[use]?.rules.at(-1)).toEqual({ source: 'source file', value: 'Contract of 2026' });
            expect(rights.reserved).toEqual([]);
          }
        }
  });

  it('names the use and the rule in each refusal', () => {
    for (const use of useNames) {
      const way = ways.find((one) => (waysOut[one].text as readonly Use[]).includes(use));
      if (way === undefined) continue;
      expect(mayServe(way, rightsWith(use, decisions[3]), 0).text).toEqual({
        kind: 'none',
        why: `${use} (${uses[use]}) is reserved by noai (meta robots)`,
      });
    }
  });

  it('takes the strictest of several uses', () => {
    const limited = (limit: number): UseDecision => ({ decision: 'limited', limit, rules: [] });
    const rights = { fullText: limited(50), export: limited(10), reserved: [] };
    expect(mayServe('export', rights, 0).text).toMatchObject({ kind: 'cut', limit: 10 });
    expect(mayServe('article', rights, 0).text).toMatchObject({ kind: 'cut', limit: 50 });
    expect(
      mayServe('export', { ...rights, export: { decision: 'denied', rules: [] } }, 0).text,
    ).toMatchObject({ kind: 'none' });
  });

  it('shows nothing after its time, on any way, and everything before', () => {
    const rights = { reserved: ['later'], unavailableAfter: '2030-01-01T00:00:00.000Z' };
    const end = Date.parse(rights.unavailableAfter);
    for (const way of ways) {
      expect(mayServe(way, rights, end - 1).entry.kind).toBe('whole');
      expect(mayServe(way, rights, end)).toMatchObject({
        entry: { kind: 'none', why: expect.stringContaining('unavailable_after') },
      });
    }
  });

  it('reserves nothing of articles without rights', () => {
    for (const way of ways)
      expect(mayServe(way, undefined, Number.MAX_SAFE_INTEGER)).toEqual({
        entry: { kind: 'whole' },
        snippet: { kind: 'whole' },
        text: { kind: 'whole' },
      });
  });
});
