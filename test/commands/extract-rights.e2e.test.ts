import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runCommand } from '../processes/run-command.ts';

const story = `<!doctype html><html lang="en"><head><title>The crane works again</title></head><body><article><h1>The crane works again</h1>${'<p>The crane in the old harbour was repaired on Tuesday, after three weeks in which no ship could be loaded.</p>'.repeat(5)}</article></body></html>`;
const files: Readonly<Record<string, string>> = {
  '/robots.txt':
    'User-agent: *\nContent-Signal: ai-input=no\nAllow: /\nUser-agent: GPTBot\nDisallow: /\nLicense: /rsl.xml',
  '/.well-known/tdmrep.json': '[{"location": "/story/", "tdm-reservation": 1}]',
  '/rsl.xml':
    '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><payment type="free"/></license></content></rsl>',
};
const asked: string[] = [];
let server: Server;
let place: string;
beforeAll(async () => {
  server = createServer(({ url = '' }, answer) => {
    asked.push(url);
    const found = url.startsWith('/story/') ? story : files[url];
    // What a site sends under the name that the mill uses for itself does not count.
    answer
      .writeHead(found === undefined ? 404 : 200, {
        'content-type': url.startsWith('/story/') ? 'text/html' : 'text/plain',
        'x-newsmill-site-rights': '{"rules":[{"name":"search","source":"x","words":"x"}],"licences":[]}',
      })
      .end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  place = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has an address and a port
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const extract = (format: string, path: string) =>
  runCommand(['extract', `http://${place}${path}`, '--format', format, '--allow-private', place]);

it('extract --format json reads the files in which the site of the page speaks of rights, each once', async () => {
  const { code, stdout } = await extract('json', '/story/one');
  expect(code).toBe(0);
  const { rights } = JSON.parse(stdout) as { rights: unknown };
  expect(rights).toMatchObject({
    reserved: ['export', 'agents', 'training'],
    export: { rules: [{ source: 'tdmrep.json' }] },
    agents: { rules: [{ source: 'tdmrep.json' }, { source: 'Content-Signal in robots.txt' }] },
    training: { rules: [{ source: 'tdmrep.json' }, { source: 'robots.txt', value: 'gptbot: Disallow: /' }] },
    terms: [{ source: 'RSL in robots.txt', url: `http://${place}/rsl.xml` }],
  });
  expect(rights).not.toHaveProperty('index');
  expect(asked).toEqual(['/story/one', '/robots.txt', '/.well-known/tdmrep.json', '/ai.txt', '/rsl.xml']);
});

it('extract in a form that shows no rights asks for the page alone', async () => {
  asked.splice(0);
  expect((await extract('text', '/story/one')).code).toBe(0);
  expect(asked).toEqual(['/story/one']);
});
