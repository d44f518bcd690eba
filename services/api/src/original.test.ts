import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepPage } from './testing/keep-page.ts';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';
import { seededId } from './testing/seeded-articles.ts';

const id = seededId('harbour-times', 'night-ferry-returns');
let app: SeededApp;
let readings = 0;
beforeAll(async () => {
  app = await openSeededApp();
  const { thread } = app.ports;
  const read = thread.read.bind(thread);
  Object.assign(thread, {
    read: (...given: Parameters<typeof read>) => {
      readings += 1;
      return read(...given);
    },
  });
});
afterAll(async () => {
  await app.close();
});

describe('the page that an article was made of', () => {
  it('is read for the frame alone, not for the page around it', async () => {
    const around = await (await fetch(`${app.address}/articles/${id}/original`)).text();
    expect(around).toContain(`src="/api/v1/articles/${id}/original"`);
    expect(readings).toBe(0);
    const kept = await (await fetch(`${app.address}/api/v1/articles/${id}/original`)).text();
    expect(kept).toContain('Night ferry returns');
    expect(readings).toBe(1);
  });

  it('is told in the frame where it cannot be shown', async () => {
    const { library, archive } = app.ports;
    const article = await library.get(id);
    if (article === undefined) throw new Error('no article is seeded');
    const kept = await keepPage(archive, article, { body: '%PDF-1.7', contentType: 'application/pdf' });
    await library.write([{ ...kept, version: article.version + 1 }]);
    await library.refresh();
    expect((await fetch(`${app.address}/articles/${id}/original`)).status).toBe(200);
    const refused = await fetch(`${app.address}/api/v1/articles/${id}/original`);
    expect(await refused.json()).toMatchObject({ code: 'no-original', status: 404 });
    expect(refused.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });
});
