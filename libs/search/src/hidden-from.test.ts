import { describe, expect, it } from '@jest/globals';
import { hiddenFlags } from '@newsmill/contracts';
import { hiddenFrom, hiddenQuery } from './hidden-from.ts';
import { parseQuery } from './parse-query.ts';

function queryOf(text: string) {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.query;
}

describe('hiddenFrom', () => {
  it('hides by every flag of the table but those that the query names, wherever that is', () => {
    expect(hiddenFrom(undefined)).toEqual(hiddenFlags);
    expect(hiddenFrom(queryOf('harbour flag:paywalled'))).toEqual(hiddenFlags);
    for (const text of ['flag:quarantined', 'harbour -flag:Quarantined', '(a OR flag:quarantined) b'])
      expect(hiddenFrom(queryOf(text))).toEqual(hiddenFlags.filter((flag) => flag !== 'quarantined'));
  });
  it('asks for what is hidden of a query', () => {
    expect(hiddenQuery(queryOf(hiddenFlags.map((flag) => `flag:${flag}`).join(' OR ')))).toBeUndefined();
    expect(hiddenQuery(undefined)).toMatchObject({ kind: 'or' });
    expect(hiddenQuery(queryOf('harbour'))).toMatchObject({
      kind: 'and',
      nodes: [{ text: 'harbour' }, { kind: 'or' }],
    });
  });
});
