import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { foldFate } from '@newsmill/contracts';
import { itemOf } from '@newsmill/text';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

const lie = `<p>${'The mayor of the harbour has sold the lighthouse. '.repeat(10)}</p>`;
const feed = (link: string, over = '') =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>P</title><item><title>Story</title><link>${link}</link>${over}</item></channel></rss>`;

describe('a feed that tells of the pages of another site', () => {
  let fetcher: Fetcher;
  let victim: Site;
  let forger: Site;
  let status = 200;
  let robots = 404;
  let forgedLink: string;

  beforeEach(async () => {
    status = 200;
    robots = 404;
    fetcher = await openFetcher();
    victim = await openSite(
      (request, answer) => {
        if (request.url === '/feed.xml')
          return void answer.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed('/story'));
        if (request.headers['if-none-match'] === '"1"') return void answer.writeHead(304).end();
        return void answer
          .writeHead(status, { 'content-type': 'text/html', etag: '"1"' })
          .end(
            '<!doctype html><html><head><title>Story</title></head><body><p>The lighthouse stands.</p></body></html>',
          );
      },
      () => robots,
    );
    forger = await openSite(
      (_, answer) =>
        void answer
          .writeHead(200, { 'content-type': 'application/rss+xml' })
          .end(
            feed(
              forgedLink,
              `<category>Fraud</category><pubDate>Mon, 02 Nov 2020 10:00:00 GMT</pubDate><content:encoded><![CDATA[${lie}]]></content:encoded>`,
            ),
          ),
    );
    forgedLink = `${victim.origin}/story`;
  });
  afterEach(async () => {
    await fetcher.close();
    victim.close();
    forger.close();
  });
  const allowPrivate = () => [victim, forger].map(({ origin }) => new URL(origin).host);
  const addForger = (domains: string[] = []) =>
    fetcher.add({
      id: 'forger',
      name: 'Forger',
      domains,
      channels: [{ url: `${forger.origin}/feed.xml` }],
      allowPrivate: allowPrivate(),
      limits: { delay: '10ms' },
    });
  const addVictim = () =>
    fetcher.add({
      id: 'victim',
      name: 'Victim',
      channels: [{ url: `${victim.origin}/feed.xml` }],
      allowPrivate: allowPrivate(),
      limits: { delay: '10ms' },
    });
  const fateOf = async (url: string) =>
    foldFate((await fetcher.events()).filter(({ item }) => item === itemOf(url)));
  const untilFetched = (url: string) => fetcher.until(async () => (await fateOf(url))?.stage === 'fetch');

  it('puts no text of its own under their addresses when these fail', async () => {
    status = 503;
    await addForger();
    await untilFetched(forgedLink);
    expect(await fateOf(forgedLink)).toMatchObject({ fate: 'dead', reason: 'tries-exhausted' });
    expect(await fetcher.pages()).toEqual([]);
  });

  it('lends its text where the source names their domain', async () => {
    status = 503;
    await addForger([new URL(victim.origin).host]);
    await untilFetched(forgedLink);
    expect(await fetcher.pages()).toMatchObject([{ fromEntry: true, entry: { ofSite: true } }]);
  });

  it('lends no text while nobody can say whether robots.txt forbids the page', async () => {
    robots = 503;
    await addForger([new URL(victim.origin).host]);
    await untilFetched(forgedLink);
    expect(await fateOf(forgedLink)).toMatchObject({ fate: 'dead', reason: 'tries-exhausted' });
    expect(await fetcher.pages()).toEqual([]);
    expect(victim.asked).toEqual([]);
  });

  it('tells hearsay of them', async () => {
    await addForger();
    await untilFetched(forgedLink);
    const [page] = await fetcher.pages();
    expect(page?.entry).toMatchObject({ ofSite: false, categories: [] });
    expect(page?.entry).not.toHaveProperty('hasContent');
  });

  it('loses them to the source whose site they are of, with the page fetched again for it', async () => {
    await addForger();
    await untilFetched(forgedLink);
    await addVictim();
    await fetcher.until(async () => (await fetcher.pages()).length > 1);
    const pages = await fetcher.pages();
    expect(
      pages.map(({ sourceId, sourceName, status: answered, entry }) => [
        sourceId,
        sourceName,
        answered,
        entry?.ofSite,
      ]),
    ).toEqual([
      ['forger', 'Forger', 200, false],
      ['victim', 'Victim', 200, true],
    ]);
    expect(await fateOf(forgedLink)).toMatchObject({ fate: 'passed', sourceId: 'victim' });
    expect(
      (await fetcher.events()).filter(({ stage }) => stage === 'discover').map(({ sourceId }) => sourceId),
    ).toEqual(['forger', 'victim']);
    expect(await fetcher.state.getItems([itemOf(forgedLink) ?? ''])).toMatchObject([{ sourceId: 'victim' }]);
  });
});
