import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledger, readMessage, type LedgerEvent } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import { tellOfLibrary } from './tell-of-library.ts';

const now = 1_800_000_000_000;

describe('tellOfLibrary', () => {
  let folder: string;
  let ports: OpenPorts;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-told-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
  });
  afterEach(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells of articles that the ledger lost, and of no others', async () => {
    const documents = ['lost', 'on-its-way', 'indexed', 'newer', 'gone'].map((id) => sampleArticle(id));
    await ports.library.write(documents);
    const event = (id: string, change: Partial<LedgerEvent>): LedgerEvent => {
      const { ingest, sourceId, version } = documents.find((document) => document.id === id) ?? documents[0]!;
      return {
        item: ingest.item,
        url: ingest.discoveredUrl,
        sourceId,
        stage: 'index',
        version,
        attempt: 0,
        fate: 'indexed',
        firstSeen: now - 9_000,
        at: now - 9_000,
        ...change,
      };
    };
    await ports.state.recordEvents([
      event('on-its-way', { stage: 'clean', fate: 'passed' }),
      event('indexed', { articleId: 'indexed' }),
      event('newer', { stage: 'fetch', fate: 'passed', version: documents[0]!.version + 1 }),
      event('gone', { stage: 'fetch', fate: 'gone' }),
    ]);
    expect(await tellOfLibrary({ ...ports, now: () => now })).toBe(2);
    const told: LedgerEvent[] = [];
    for await (const message of ports.bus.browse(ledger.name)) {
      const read = readMessage(ledger, message);
      if (read.ok) told.push(read.value);
    }
    expect(told.map(({ articleId, fate, at }) => ({ articleId, fate, at }))).toEqual([
      { articleId: 'lost', fate: 'indexed', at: now },
      { articleId: 'on-its-way', fate: 'indexed', at: now },
    ]);
    for (const id of ['lost', 'on-its-way'])
      expect((await ports.state.fateOf(event(id, {}).item))?.current.fate).toBe('indexed');
    expect(await tellOfLibrary({ ...ports, now: () => now })).toBe(0);
  });
});
