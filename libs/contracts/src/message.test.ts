import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { returnedTopic } from './extension.ts';
import { FetchedPage } from './fetched-page.ts';
import { ledger, pageFetched } from './pipeline.ts';
import { LedgerEvent } from './ledger-event.ts';
import { readMessage, writeMessage } from './message.ts';

const context = { key: 'k1', source: 'fetch', time: 1_700_000_000_000 };
const page = FetchedPage.parse({
  item: 'k1',
  sourceId: 's',
  url: 'https://a.example/x',
  finalUrl: 'https://a.example/x',
  fetchedAt: 1,
  firstSeen: 1,
  status: 200,
  encoding: 'gzip',
  body: new Uint8Array([1, 2, 255]),
  entry: { url: 'https://a.example/x', title: 'Überschrift 銀行\u007f' },
  later: 'kept',
});

describe('messages', () => {
  it('carries a page as its wire bytes and its facts in an ASCII header', () => {
    const wire = writeMessage(pageFetched, page, context);
    expect([...wire.value]).toEqual([1, 2, 255]);
    expect(wire.headers['page']).toMatch(/^[\x20-\x7e]*$/);
    const back = readMessage(pageFetched, wire);
    expect(back).toMatchObject({
      ok: true,
      value: { entry: { title: 'Überschrift 銀行\u007f' }, later: 'kept' },
    });
  });
  it('keeps fields that it does not know', () => {
    const event = {
      ...LedgerEvent.parse({
        item: 'a',
        url: 'u',
        sourceId: 's',
        stage: 'clean',
        version: 3,
        fate: 'passed',
        firstSeen: 1,
        at: 2,
      }),
      extra: 5,
    };
    expect(readMessage(ledger, writeMessage(ledger, event, context))).toMatchObject({
      ok: true,
      value: { extra: 5 },
    });
  });
  it('answers bad-message for broken JSON and names the field for a wrong shape', () => {
    const wire = writeMessage(
      ledger,
      LedgerEvent.parse({
        item: 'a',
        url: 'u',
        sourceId: 's',
        stage: 'clean',
        version: 3,
        fate: 'passed',
        firstSeen: 1,
        at: 2,
      }),
      context,
    );
    expect(readMessage(ledger, { ...wire, value: new Uint8Array([123]) })).toMatchObject({
      ok: false,
      reason: 'bad-message',
    });
    const wrong = readMessage(ledger, { ...wire, value: new TextEncoder().encode('{"item":1}') });
    expect(wrong).toMatchObject({ ok: false, detail: expect.stringContaining('item') });
  });
  it('reads what belongs to an article out of its headers, and from nowhere else', () => {
    const topic = { ...returnedTopic('tone'), schema: z.looseObject({ answer: z.string().optional() }) };
    const value = new TextEncoder().encode('{"answer":"of the value","again":"yes"}');
    const headers = { 'newsmill-facts': '{}' };
    expect(readMessage(topic, { key: 'k', value, headers })).toEqual({
      ok: true,
      value: { answer: '{}', again: undefined },
    });
    expect(readMessage(topic, { key: 'k', value, headers: {} })).toEqual({
      ok: true,
      value: { answer: undefined, again: undefined },
    });
  });
  it('writes what belongs into headers there, and nowhere else', () => {
    const topic = { ...returnedTopic('tone'), schema: z.looseObject({ answer: z.string().optional() }) };
    const wire = writeMessage(topic, { answer: '{}', title: 'A' }, context);
    expect(wire.headers['newsmill-facts']).toBe('{}');
    expect(wire.headers['newsmill-again']).toBeUndefined();
    expect(new TextDecoder().decode(wire.value)).toBe('{"title":"A"}');
    expect(readMessage(topic, wire)).toMatchObject({ ok: true, value: { answer: '{}', title: 'A' } });
  });
  it('parks what a newer major version wrote', () => {
    const wire = writeMessage(pageFetched, page, context);
    expect(readMessage(pageFetched, { ...wire, headers: { ...wire.headers, schema: '2' } })).toMatchObject({
      ok: false,
      reason: 'future-schema',
    });
  });
});
