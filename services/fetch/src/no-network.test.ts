import { expect, it } from '@jest/globals';
import { openFetcher, openSite } from './testing/open-fetcher.ts';

const hour = 3_600_000;

it('without a network no source is left to wait for long: all are asked again as soon as one answers', async () => {
  let hasNetwork = true;
  const notes: string[] = [];
  const fetcher = await openFetcher({
    policy: { retryLadder: [], pollMin: hour, pollMax: 24 * hour },
    note: (name) => void notes.push(name),
    resolve: (name) =>
      hasNetwork
        ? Promise.resolve([{ address: '127.0.0.1', family: 4 }])
        : Promise.reject(Object.assign(new Error(`getaddrinfo EAI_AGAIN ${name}`), { code: 'EAI_AGAIN' })),
  });
  const site = await openSite((_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end('<rss version="2.0"><channel><title>P</title></channel></rss>'),
  );
  const { port } = new URL(site.origin);
  const add = (id: string) =>
    fetcher.add({
      id,
      name: id,
      channels: [{ url: `http://${id}.example:${port}/${id}` }],
      allowPrivate: [`${id}.example:${port}`],
      limits: { delay: '1ms' },
    });
  const papers = Array.from({ length: 9 }, (_, at) => `paper${at}`);
  try {
    hasNetwork = false;
    for (const id of papers) await add(id);
    await fetcher.until(async () =>
      (await fetcher.state.channels()).every(
        ({ data }) => data['awaySince'] !== undefined || data['lastError'] !== undefined,
      ),
    );
    const channels = await fetcher.state.channels();
    // The first ones failed before anybody could know why.
    expect(channels.filter(({ attempt }) => attempt > 0).length).toBeLessThanOrEqual(5);
    expect(notes.filter((name) => name.startsWith('network.'))).toEqual(['network.away']);
    expect(site.asked).toEqual([]);
    hasNetwork = true;
    await add('first');
    await fetcher.until(() => papers.every((id) => site.asked.includes(`/${id}`)));
    expect(notes.filter((name) => name.startsWith('network.'))).toEqual(['network.away', 'network.back']);
    await fetcher.until(async () =>
      (await fetcher.state.channels()).every(
        ({ attempt, data }) => attempt === 0 && data['lastStatus'] === 200,
      ),
    );
  } finally {
    await fetcher.close();
    site.close();
  }
});
