import { describe, expect, it } from '@jest/globals';
import { findFamily, readMember, writeMember, type Member } from './find-family.ts';
import { sketchOf } from './text-sketch.ts';

const text = 'The harbour board voted on Tuesday to reopen the old tram line between the fish market and the station, which was closed in 1968, at a cost of four million.';
const sketch = sketchOf('t', text);
const member = (id: string, since: number): Member => ({ id, since, sketch });
const candidate = ({ id, ...rest }: Member) => ({ id, payload: writeMember(rest) });

describe('findFamily', () => {
  it('gives the same answer in every order of arrival', () => {
    const [a, b, c] = [member('a', 1), member('b', 2), member('c', 2)] as const;
    expect(findFamily(a, [b, c].map(candidate))).toEqual({ copies: [{ id: 'b', similarity: 1 }, { id: 'c', similarity: 1 }] });
    expect(findFamily(b, [a, c].map(candidate))).toEqual({ original: { id: 'a', similarity: 1, since: a.since }, copies: [] });
    expect(findFamily(c, [b].map(candidate))).toEqual({ original: { id: 'b', similarity: 1, since: b.since }, copies: [] });
    expect(findFamily(b, [c].map(candidate))).toEqual({ copies: [{ id: 'c', similarity: 1 }] });
  });
  it('passes over itself and over payloads that it cannot read', () => {
    expect(findFamily(member('a', 5), [candidate(member('a', 1)), { id: 'x', payload: 'older form' }])).toEqual({ copies: [] });
    expect(readMember({ id: 'x', payload: 'abc|def' })).toBeUndefined();
  });
});
