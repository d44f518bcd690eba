import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Source, type FetchItem } from '@newsmill/contracts';
import { channelItem } from '@newsmill/fetch';
import { openFetcher, openSite, type Fetcher, type Site } from './testing/open-fetcher.ts';

const good = '<rss><channel><item><link>/story/1</link><title>A story</title></item></channel></rss>';
const endless = `<rss><channel><item><link>/1</link><description>${'&lt;b&gt;<i>x</i>'.repeat(1_800_000)}`;
const notes: string[] = [];
let site: Site;
let fetcher: Fetcher;

beforeAll(async () => {
  site = await openSite((request, answer) => {
    const body = request.url === '/endless.xml' ? endless : request.url === '/good.xml' ? good : undefined;
    answer.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/xml' }).end(body ?? '');
  });
  fetcher = await openFetcher({
    budgetMs: 250,
    note: (name) => void notes.push(name),
    policy: { retryLadder: [3_600_000], pollMin: 3_600_000, pollMax: 7_200_000 },
  });
});
afterAll(async () => {
  await fetcher.close();
  site.close();
});

it('a channel that cannot be read within the budget is a failing one, and no outage: others are read', async () => {
  const input = {
    id: 'news',
    name: 'News',
    channels: [{ url: `${site.origin}/endless.xml` }, { url: `${site.origin}/good.xml` }],
    allowPrivate: [new URL(site.origin).host],
    robots: 'ignore',
    limits: { delay: '1ms', maxBytes: 40_000_000 },
  } as const;
  const source = Source.parse(input);
  await fetcher.add({ ...input, channels: [...input.channels], allowPrivate: [...input.allowPrivate] });
  const keys = source.channels.map((channel) => channelItem(source, channel, Date.now()).key);
  const settled = async (): Promise<readonly (FetchItem | undefined)[]> => fetcher.state.getItems(keys);
  for (let turn = 0; turn < 1_500; turn += 1) {
    if ((await settled()).every((item) => item?.data.lastAt !== undefined)) break;
    await sleep(40);
  }
  const [bad, fine] = await settled();
  expect(bad).toMatchObject({
    attempt: 1,
    data: {
      lastError: expect.stringMatching(
        /^the answer \(\d+ bytes\) could not be read: reading it took longer than \d+ ms (?:of computing|by the clock) and was ended$/,
      ),
    },
  });
  expect(bad?.dueAt).toBeGreaterThan(Date.now());
  expect(fine).toMatchObject({ attempt: 0, data: { entries: 1, lastStatus: 200 } });
  expect(notes).toContain('source.failing');
  expect(notes).not.toContain('stage.stalled');
});
