import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleDocument } from '@newsmill/contracts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

interface Story {
  readonly path: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly language: string;
}

const flood: Story = {
  path: '/world/flood',
  language: 'en',
  title: 'Thousands flee as river bursts its banks in northern Italy',
  paragraphs: [
    'MILAN, November 23 (Reuters) - Thousands of people left their homes on Monday after the Po burst its banks near Piacenza, the civil protection agency said, in the worst flood that northern Italy has seen since 1994.',
    '"We have never had to move so many people in one night," Elena Bertoni, the mayor of Piacenza, told reporters. Bertoni said that 3,400 people had been brought to schools and sports halls.',
    'The government in Rome set aside 45 million euros for the region on Tuesday. Prime Minister Giorgia Meloni will visit Piacenza on Thursday, her office said.',
    'Forecasters expect another 80 millimetres of rain by the weekend. The storm also closed the motorway between Milan and Bologna, and trains to Switzerland were late by up to three hours.',
  ],
};
const copy: Story = { ...flood, path: '/wire/river-bursts-banks' };
const later: Story = {
  path: '/world/flood-later',
  language: 'en',
  title: 'Piacenza counts the damage after the Po flood',
  paragraphs: [
    'Families in Piacenza went back to mud-filled kitchens on Tuesday, a day after the Po burst its banks and flooded the northern Italian town.',
    'Mayor Elena Bertoni said that water still stood in 900 houses. "It will take months," she said. The civil protection agency sent 200 volunteers and pumps from Milan.',
    'Insurers put the damage in Piacenza and along the Po at more than 300 million euros. Farmers have lost the winter wheat, and the flood has cut two roads.',
  ],
};
const german: Story = {
  path: '/wirtschaft/bahn',
  language: 'de',
  title: 'Deutsche Bahn verschiebt Eröffnung des neuen Bahnhofs in Stuttgart',
  paragraphs: [
    'Stuttgart (dpa) - Der neue Bahnhof in Stuttgart wird später fertig als geplant. Das teilte die Deutsche Bahn am Montag in Berlin mit. Die Kosten steigen um 1,2 Milliarden Euro.',
    '„Wir brauchen mehr Zeit für die Technik“, sagte Projektleiter Martin Kessler. Die Eröffnung ist jetzt für Dezember 2027 geplant.',
    'Verkehrsminister aus Baden-Württemberg und Bayern kritisierten die Entscheidung. Täglich fahren rund 250.000 Reisende durch den Bahnhof.',
  ],
};
const stories = [flood, copy, later, german];

function page({ language, title, paragraphs }: Story): string {
  return `<!doctype html><html lang="${language}"><head><title>${title}</title><meta property="article:published_time" content="2026-11-24T09:00:00Z"></head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
}

/** From a feed to facts in the library, with an enricher of the operator beside those of newsmill. */
describe('enriching, in a whole mill', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-enrich-'));
  const data = join(folder, 'data');
  let paper: Server;
  let mill: MillProcess;
  const documents = new Map<string, ArticleDocument>();
  const json = async (path: string) => (await fetch(`${mill.address}${path}`)).json();
  const found = async (q: string): Promise<string[]> => {
    const answer: { items: { url: string }[] } = await json(`/api/v1/search?q=${encodeURIComponent(q)}`);
    return answer.items.map(({ url }) => new URL(url).pathname).sort();
  };
  const newsmill = (...words: string[]) =>
    spawnSync(process.execPath, ['services/mill/dist/main.js', ...words, '--data', data], {
      encoding: 'utf8',
      env: { ...process.env, NEWSMILL_ENRICHERS: './deploy/enrichers/mentions-weather.mjs,summary' },
    });

  beforeAll(async () => {
    paper = createServer((request, reply) => {
      const story = stories.find(({ path }) => path === request.url);
      if (story !== undefined)
        return void reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(story));
      if (request.url !== '/feed.xml') return void reply.writeHead(404).end();
      const entries = stories
        .map(
          ({ path, title }) =>
            `<entry><id>urn:${path}</id><title>${title}</title><link href="http://${request.headers.host}${path}"/><updated>2026-11-24T09:00:00Z</updated></entry>`,
        )
        .join('');
      reply
        .writeHead(200, { 'content-type': 'application/atom+xml' })
        .end(
          `<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><id>urn:paper</id><updated>2026-11-24T09:00:00Z</updated>${entries}</feed>`,
        );
    });
    await new Promise<void>((resolve) => paper.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(paper.address() as AddressInfo).port}`;
    writeSources(join(folder, 'sources'), [
      {
        id: 'paper',
        name: 'Paper',
        allowPrivate: [host],
        channels: [{ kind: 'feed', url: `http://${host}/feed.xml` }],
        limits: { delay: '0ms' },
      },
    ]);
    mill = await startMill({
      data,
      sources: join(folder, 'sources'),
      settings: {
        NEWSMILL_ENRICHERS: './deploy/enrichers/mentions-weather.mjs,dates,money',
        NEWSMILL_LOG_LEVEL: 'error',
      },
    });
    await untilAtRest(mill.address, stories.length, 200_000);
    const { items }: { items: { id: string }[] } = await json('/api/v1/search?limit=10');
    for (const { id } of items) {
      const document: ArticleDocument = await json(`/api/v1/articles/${id}`);
      documents.set(new URL(document.url).pathname, document);
    }
  });
  afterAll(async () => {
    await mill?.stop();
    paper?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const factNames = (path: string) => documents.get(path)?.facts?.map(({ name }) => name) ?? [];
  const value = (path: string, name: string) =>
    documents.get(path)?.facts?.find((fact) => fact.name === name)?.value;

  it('finds names, topics, dates, sums, quotes and the dateline, each with what found it', () => {
    expect(documents.size).toBe(4);
    const document = documents.get(flood.path);
    expect(document).toMatchObject({
      language: 'en',
      dateline: 'Milan',
      people: expect.arrayContaining(['Elena Bertoni']),
      places: expect.arrayContaining(['Piacenza', 'Milan']),
      countries: expect.arrayContaining(['IT']),
    });
    expect(document?.keyPhrases?.length).toBeGreaterThan(3);
    expect(value(flood.path, 'money')).toMatchObject([{ value: 45_000_000, currency: 'EUR' }]);
    expect(value(flood.path, 'dates')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ from: '2026-11-26' }),
        expect.objectContaining({ from: '1994' }),
      ]),
    );
    expect(value(flood.path, 'quotes')).toMatchObject([{ speaker: 'Elena Bertoni' }]);
    for (const fact of document?.facts ?? []) expect(fact.by).toMatch(/^[a-z0-9.-]+\/\S+$/);
    expect(documents.get(german.path)).toMatchObject({
      language: 'de',
      dateline: 'Stuttgart',
      places: expect.arrayContaining(['Stuttgart', 'Berlin']),
    });
    expect(value(german.path, 'money')).toMatchObject([{ value: 1_200_000_000, currency: 'EUR' }]);
  });

  it('links the copy, and tells that the later report is of the same story', () => {
    const [first, second] = [documents.get(flood.path), documents.get(copy.path)];
    expect([first?.duplicateOf ?? second?.id, second?.duplicateOf ?? first?.id]).toEqual([
      second?.id,
      first?.id,
    ]);
    expect(first?.storyId).toBeDefined();
    expect([second?.storyId, documents.get(later.path)?.storyId]).toEqual([first?.storyId, first?.storyId]);
    expect(documents.get(german.path)?.storyId).not.toBe(first?.storyId);
  });

  it('heeds the choice of enrichers, and runs one of the operator', () => {
    expect(factNames(flood.path)).not.toContain('readability');
    expect(factNames(flood.path)).not.toContain('summary');
    expect(value(flood.path, 'weather')).toEqual(['storm', 'flood']);
    expect(factNames(german.path)).not.toContain('weather');
  });

  it('is searched and counted by what was found', async () => {
    expect(await found('person:"Elena Bertoni"')).toEqual([copy.path, flood.path, later.path].sort());
    expect(await found('place:stuttgart')).toEqual([german.path]);
    expect(await found(`story:"${documents.get(flood.path)?.storyId ?? ''}"`)).toHaveLength(3);
    const { facets }: { facets: Record<string, { value: string; count: number }[]> } = await json(
      '/api/v1/search?facets=person,place,organisation,topic',
    );
    expect(facets['person']).toContainEqual({ value: 'Elena Bertoni', count: 3 });
    expect(facets['place']?.length).toBeGreaterThan(2);
    const html = await (
      await fetch(`${mill.address}/articles/${documents.get(flood.path)?.id ?? ''}`)
    ).text();
    for (const part of ['Elena Bertoni', 'Who is quoted', 'What it is about', 'mentions-weather/1'])
      expect(html).toContain(part);
  });

  it('finds facts again beside the running mill', async () => {
    expect(newsmill('reprocess', 'summary', 'readability').stdout).toMatch(
      /summary, readability: 4 articles read, 4 changed/,
    );
    const document: ArticleDocument = await json(`/api/v1/articles/${documents.get(flood.path)?.id ?? ''}`);
    expect(document.version).toBe(documents.get(flood.path)?.version);
    expect(document.facts?.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...factNames(flood.path), 'summary', 'readability']),
    );
    expect(newsmill('reprocess', 'summary').stdout).toMatch(/4 articles read, 0 changed/);
    expect(newsmill('reprocess', 'story').stderr).toMatch(/story compares articles as they arrive/);
    expect(newsmill('reprocess', 'sumary').stderr).toMatch(/did you mean summary\?/);
  });
});
