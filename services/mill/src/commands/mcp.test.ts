import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { sampleArticle } from '../../../../libs/store/src/testing/sample-article.ts';

/** The command as people start it; the packages are built before the tests run. */
const newsmill = fileURLToPath(new URL('../../../../newsmill', import.meta.url));

/** A client of `newsmill mcp`, and what the program wrote on standard error. */
async function connect(
  args: readonly string[],
): Promise<{ readonly client: Client; readonly complaints: () => string }> {
  const transport = new StdioClientTransport({ command: newsmill, args: ['mcp', ...args], stderr: 'pipe' });
  let complaints = '';
  transport.stderr?.on('data', (part: Buffer) => {
    complaints += part.toString();
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport, { timeout: 200_000 });
  return { client, complaints: () => complaints };
}

describe('newsmill mcp', () => {
  let data: string;
  let mill: OpenPorts;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'newsmill-mcp-'));
    mkdirSync(join(data, 'sources'));
    mill = await openPorts(readSettings({ NEWSMILL_DATA: data }));
    await mill.library.write([sampleArticle('one'), sampleArticle('two')]);
  });
  afterAll(async () => {
    await mill.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('serves agents beside a mill that runs and writes, and writes nothing itself', async () => {
    const { client, complaints } = await connect(['--data', data]);
    try {
      expect((await client.listTools()).tools).toHaveLength(7);
      const before = (await mill.library.changes({ limit: 10 })).cursor;
      const ids = async () =>
        (await client.callTool({ name: 'search_articles', arguments: {} })).structuredContent;
      expect(await ids()).toMatchObject({
        total: 2,
        items: expect.arrayContaining([
          expect.objectContaining({ id: 'one' }),
          expect.objectContaining({ id: 'two' }),
        ]),
      });
      for (const [name, input] of [
        ['get_article', { id: 'one' }],
        ['related', { id: 'one' }],
        ['timeline', {}],
        ['list_sources', {}],
        ['explain', { id: 'one' }],
      ] as const)
        expect(await client.callTool({ name, arguments: input })).not.toHaveProperty('isError', true);
      expect((await mill.library.changes({ limit: 10 })).cursor).toBe(before);
      await mill.library.write([sampleArticle('three')]);
      expect(await ids()).toMatchObject({ total: 3 });
      expect(complaints()).toBe('');
    } finally {
      await client.close();
    }
  }, 480_000);

  it('says what to do where there is no mill', async () => {
    const { client } = await connect(['--url', 'http://127.0.0.1:1']);
    try {
      expect(await client.callTool({ name: 'search_articles', arguments: {} })).toMatchObject({
        isError: true,
        content: [{ text: expect.stringMatching(/does not answer; start it/) }],
      });
    } finally {
      await client.close();
    }
    await expect(connect(['--data', join(data, 'nowhere')])).rejects.toThrow();
  }, 480_000);
});
