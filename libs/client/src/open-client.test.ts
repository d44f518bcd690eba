import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachPage } from './each-page.ts';
import { openClient } from './open-client.ts';
import { NewsmillProblem } from './problem.ts';

let server: Server;
let address = '';
const asked: { readonly url: string; readonly key: string | undefined }[] = [];
const problem = {
  type: '/problems/bad-query',
  title: 'The query cannot be read',
  status: 400,
  detail: 'q: no field titel',
  instance: '/api/v1/search?q=titel:x',
  code: 'bad-query',
  errors: [{ pointer: '#/q', detail: 'no field titel', position: 0, suggestion: 'title:x' }],
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    asked.push({ url: request.url ?? '', key: request.headers.authorization });
    if (pathname === '/api/v1/sources')
      return response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    if (searchParams.get('q') === 'titel:x')
      return response
        .writeHead(400, { 'content-type': 'application/problem+json', 'retry-after': '7' })
        .end(JSON.stringify(problem));
    const page = Number(searchParams.get('cursor') ?? 1);
    return response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        total: 3,
        totalIsExact: true,
        items: [{ id: `a${page}` }],
        facets: {},
        ...(page < 3 ? { next: String(page + 1) } : {}),
      }),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}/`;
});
afterAll(() => void server.close());

describe('the client', () => {
  it('sends the key and repeats lists', async () => {
    const { data } = await openClient({ address, key: 'nm_x' }).GET('/api/v1/search', {
      params: { query: { q: 'tram', source: ['a', 'b'] } },
    });
    expect(data?.items[0]?.id).toBe('a1');
    expect(asked.at(-1)).toEqual({ url: '/api/v1/search?q=tram&source=a&source=b', key: 'Bearer nm_x' });
  });
  it('goes through all pages, and asks for no more than is wanted', async () => {
    const client = openClient({ address });
    const ids: string[] = [];
    const pages = () =>
      eachPage((cursor) => client.GET('/api/v1/search', { params: { query: { q: 'tram', cursor } } }));
    for await (const { items } of pages()) ids.push(...items.map(({ id }) => id));
    expect(ids).toEqual(['a1', 'a2', 'a3']);
    const before = asked.length;
    for await (const page of pages()) if (page.total > 0) break;
    expect(asked.length).toBe(before + 1);
  });
  it('throws what the API refuses, and what somebody else answers', async () => {
    const client = openClient({ address });
    const refused = await client
      .GET('/api/v1/search', { params: { query: { q: 'titel:x' } } })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(NewsmillProblem);
    expect(refused).toMatchObject({
      code: 'bad-query',
      status: 400,
      retryAfter: 7,
      errors: [{ suggestion: 'title:x' }],
    });
    await expect(client.GET('/api/v1/sources')).rejects.toThrow(/502, by something else than a mill/);
  });
});
