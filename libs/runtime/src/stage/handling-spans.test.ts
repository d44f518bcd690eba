import { describe, expect, it } from '@jest/globals';
import type { StoredMessage } from '@newsmill/bus';
import type { SpanAttributes, SpanStart, Tracing } from '../tracing/tracing.ts';
import { HandlingSpans } from './handling-spans.ts';

interface Told {
  readonly start: SpanStart;
  readonly said: SpanAttributes[];
  ended: string | undefined | false;
}

/** Keeps what is told of spans. */
function recorder(told: Told[]): Tracing {
  return {
    systems: { bus: 'kafka', library: 'elasticsearch', state: 'redis' },
    samples: () => true,
    begin(start) {
      const span: Told = { start, said: [], ended: false };
      told.push(span);
      return {
        traceparent: `span-${told.length}`,
        set: (attributes) => void span.said.push(attributes),
        end: (error) => void (span.ended = error),
      };
    },
    close: async () => undefined,
  };
}

const message: StoredMessage = {
  topic: 'newsmill.article.cleaned',
  key: 'item',
  value: Buffer.from('{}'),
  headers: { traceparent: 'sent' },
  partition: 0,
  offset: '0',
  time: 5,
};

describe('the spans of a batch', () => {
  it('tell of a message that has to wait for its turn, below which it may have been looked up', async () => {
    const told: Told[] = [];
    const spans = new HandlingSpans(recorder(told), { label: 'enrich', group: 'newsmill-enrich' }, 5);
    spans.begin([message]);
    await spans.together({ name: 'look_up state', attributes: {}, messages: [message] }, async () => 1);
    spans.end(message, undefined, { kind: 'postponed', why: 'impatient' });
    expect(told.map(({ start: { name, parent }, ended }) => [name, parent, ended])).toEqual([
      ['process newsmill.article.cleaned', 'sent', undefined],
      ['look_up state', 'span-1', undefined],
    ]);
    expect(told[0]?.said).toEqual([expect.objectContaining({ 'newsmill.outcome': 'postponed' })]);
  });

  it('tell of a message that is given back without an answer', () => {
    const told: Told[] = [];
    const spans = new HandlingSpans(recorder(told), { label: 'enrich', group: 'newsmill-enrich' }, 5);
    spans.begin([message]);
    spans.giveBack([message]);
    expect(told.map(({ said, ended }) => [said, ended])).toEqual([
      [[{ 'newsmill.outcome': 'given back' }], undefined],
    ]);
  });
});
