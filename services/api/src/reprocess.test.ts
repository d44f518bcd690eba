import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepPage } from './testing/keep-page.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';
import { seededId } from './testing/seeded-articles.ts';

const id = seededId('harbour-times', 'night-ferry-returns');
let app: SeededApp;
const sentences = [
  'The night ferry is back on the strait, nine years after the last one left the quay.',
  'The harbour office says that forty cars and three hundred passengers fit on it, and that the first nights are sold out.',
  'It sails at eleven and arrives at six, if the wind stays where it is.',
];
const html = `<html lang="en"><head><title>Night ferry is back</title></head><body><main><article><h1>Night ferry is back</h1>${sentences.map((text) => `<p>${text} ${text}</p>`).join('')}</article></main></body></html>`;

beforeAll(async () => {
  app = await openSeededApp();
  const { library, archive } = app.ports;
  const article = await library.get(id);
  if (article === undefined) throw new Error('no article is seeded');
  const kept = await keepPage(archive, article, { body: html, contentType: 'text/html' });
  await library.write([{ ...kept, version: article.version + 1 }]);
  await library.refresh();
});
afterAll(async () => {
  await app.close();
});

async function compare(body: object): Promise<{ readonly status: number; readonly answer: unknown }> {
  const answer = await fetch(`${app.address}/api/v1/reprocess/compare`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${seededKey}` },
    body: JSON.stringify(body),
  });
  return { status: answer.status, answer: await answer.json() };
}

describe('cleaning again', () => {
  it('tells what the cleaner makes of the pages of articles now, and changes nothing', async () => {
    const before = await app.ports.library.get(id);
    const { status, answer } = await compare({ source: 'harbour-times' });
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      changed: 1,
      overtaken: 0,
      fields: expect.arrayContaining([
        { name: 'text', articles: 1, samples: [{ id, url: expect.any(String), lines: expect.any(Array) }] },
      ]),
      kept: [{ name: 'no-page', samples: expect.any(Array) }],
    });
    expect(await app.ports.library.get(id)).toEqual(before);
  });
  it('takes a sample of the newest', async () => {
    expect((await compare({ sample: 2 })).answer).toMatchObject({ read: 2 });
  });
  it('refuses a query that cannot be read, and too large a sample', async () => {
    expect(await compare({ q: 'ferry AND' })).toMatchObject({ status: 400, answer: { code: 'bad-query' } });
    expect((await compare({ sample: 5_000 })).status).toBe(400);
  });
});
