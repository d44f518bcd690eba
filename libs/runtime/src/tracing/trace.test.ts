import { describe, expect, it } from '@jest/globals';
import { newTraceId, readTraceparent, rootTraceparent, traceOfVisit, writeTraceparent } from './trace.ts';

const visit = { key: 'item1', firstSeen: 1_764_000_000_000, fetchedAt: 0 };

describe('the trace of a visit', () => {
  it('is the same whoever works it out, and another one once the page was fetched', () => {
    expect(traceOfVisit(visit)).toBe(traceOfVisit({ ...visit }));
    expect(traceOfVisit({ ...visit, fetchedAt: 5 })).not.toBe(traceOfVisit(visit));
    expect(traceOfVisit({ ...visit, key: 'item2' })).not.toBe(traceOfVisit(visit));
  });
  it('begins with a span whose id follows from its own', () => {
    const traceId = traceOfVisit(visit);
    expect(readTraceparent(rootTraceparent(traceId, true))).toEqual({
      traceId,
      spanId: traceId.slice(16),
      isSampled: true,
    });
  });
});

describe('a traceparent', () => {
  it('is read as it was written', () => {
    const context = { traceId: newTraceId(() => 0.5), spanId: '00f067aa0ba902b7', isSampled: false };
    expect(readTraceparent(writeTraceparent(context))).toEqual(context);
  });
  it.each([
    ['none', undefined],
    ['another version', '01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
    ['a trace of zeros', '00-00000000000000000000000000000000-00f067aa0ba902b7-01'],
    ['a span of zeros', '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01'],
    ['more behind it', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x'],
  ])('that is %s is not read', (_, text) => {
    expect(readTraceparent(text)).toBeUndefined();
  });
  it('has an id even where chance is poor', () => {
    expect(newTraceId(() => 0)).toMatch(/^0{31}1$/);
  });
});
