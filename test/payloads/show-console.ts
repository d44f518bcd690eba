import {
  deadLetterHeader,
  deadLetters,
  LedgerEvent,
  Source,
  type ArticleDocument,
} from '@newsmill/contracts';
import type { MillPorts } from '@newsmill/operate';
import { itemOf } from '@newsmill/text';
import type { Browser } from 'playwright-core';
import type { Payload } from '../../libs/clean/src/testing/markup-payloads.ts';
import { openSeededApp, type SeededApp } from '../../services/api/src/testing/seeded-app.ts';
import { seededNow } from '../../services/api/src/testing/seeded-articles.ts';
import { hostileArticle } from './hostile-article.ts';
import { openHostile, touchAll, type Harm } from './open-hostile.ts';

/** Payloads that one article carries. */
const perArticle = 150;

function groupsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

/** Sources and mistakes in their files, with payloads as names and messages. */
function hostileFolder(texts: readonly string[]): MillPorts['folder'] {
  const text = (at: number): string => texts[at % texts.length] ?? '';
  const sources = ['harbour-times', 'far-wire', 'quiet-gazette'].map((id, index) =>
    Source.parse({
      id,
      name: text(index).slice(0, 200) || id,
      tags: [text(index + 3) || 'x'],
      licence: text(index + 6),
      channels: [
        { url: `https://${id}.example/feed.xml?${encodeURIComponent(text(index + 9).toWellFormed())}` },
      ],
    }),
  );
  return {
    directory: '/nowhere',
    sources: () => sources,
    sourceOf: (id) => sources.find((source) => source.id === id),
    problems: () =>
      texts.map((one, index) => ({
        file: `sources/${one}.yaml`,
        line: index + 1,
        column: 1,
        path: one,
        message: one,
        found: one,
        allowed: one,
        suggestion: one,
        effect: 'out' as const,
      })),
    isUnsure: () => false,
  };
}

/** A mill whose articles, sources, ledger and dead letters hold the payloads. */
export async function openHostileMill(
  payloads: readonly Payload[],
): Promise<SeededApp & { readonly articles: readonly ArticleDocument[] }> {
  const some = payloads.filter((_, index) => index % Math.ceil(payloads.length / 60) === 0);
  const app = await openSeededApp({ folder: hostileFolder(some.map(({ text }) => text)) });
  const { library, state, bus } = app.ports;
  const articles = groupsOf(payloads, perArticle).map(hostileArticle);
  await library.write(articles);
  // Another version of each, so that pages compare two of them.
  await library.write(
    articles.map((article) => ({
      ...article,
      version: article.version + 1,
      title: `${article.title} again`,
      blocks: article.blocks.slice(1),
    })),
  );
  await library.refresh();
  const urlOf = (text: string): string => `https://far-wire.example/${text}`;
  await state.recordEvents(
    some.map(({ text }) =>
      LedgerEvent.parse({
        item: itemOf(urlOf(text)) ?? text,
        url: urlOf(text),
        sourceId: 'far-wire',
        stage: 'clean',
        version: seededNow,
        attempt: 1,
        fate: 'dead',
        reason: 'bad-page',
        detail: text,
        firstSeen: seededNow - 60_000,
        at: seededNow - 60_000,
      }),
    ),
  );
  await bus.publish(
    some.map(({ text }, index) => {
      const facts = {
        id: `dead${String(index).padStart(12, '0')}`,
        stage: 'clean',
        topic: 'newsmill.article.cleaned',
        reason: 'bad-message',
        detail: text,
        attempts: 1,
        url: urlOf(text),
        sourceId: text.slice(0, 60),
        at: seededNow - 1_000,
      };
      return {
        topic: deadLetters.name,
        key: facts.id,
        value: Buffer.from(text),
        headers: { 'content-type': 'application/json', [deadLetterHeader]: JSON.stringify(facts) },
      };
    }),
  );
  return { ...app, articles };
}

/** Shows every page of a hostile mill, with scripts on; answers the harm, and how many pages were shown. */
export async function showConsole(
  browser: Browser,
  payloads: readonly Payload[],
  mostQueries: number,
): Promise<{ readonly harm: Harm; readonly pages: number; readonly shown: number }> {
  const mill = await openHostileMill(payloads);
  const { page, harm, context } = await openHostile(browser, mill.address);
  const queries = payloads.filter((_, index) => index % Math.ceil(payloads.length / mostQueries) === 0);
  const paths = [
    '/',
    '/?q=ferry',
    '/?q=ferry&sort=both&collapse=story',
    '/today',
    '/sources',
    '/sources/harbour-times',
    '/ledger',
    '/dead',
    '/dead/letters',
    '/dead/dead000000000001',
    '/audit',
    '/report',
    '/overview',
    '/problems',
    ...mill.articles.flatMap(({ id }) => [
      `/articles/${id}`,
      `/articles/${id}/versions`,
      `/articles/${id}/coverage`,
    ]),
    ...queries.flatMap(({ text }, index) => {
      const value = encodeURIComponent(text.toWellFormed());
      return [
        `/?q=${value}`,
        `/ledger?url=${value}`,
        `/people/${value}`,
        `/articles/${value}`,
        `/export?q=${value}`,
        `/copy?q=${value}`,
        `/${value}`,
      ].slice(index % 7, (index % 7) + 1);
    }),
  ];
  let shown = 0;
  for (const path of paths) {
    await page.goto(`${mill.address}${path}`);
    await touchAll(page, harm);
    shown += await page.evaluate(() => document.body.innerText.length);
  }
  await context.close();
  await mill.close();
  return { harm, pages: paths.length, shown };
}
