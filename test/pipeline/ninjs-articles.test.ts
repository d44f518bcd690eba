import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { cleanArticle } from '@newsmill/clean';
import { ArticleDocument, FetchedPage, knowsNothing } from '@newsmill/contracts';
import { enrichArticle } from '@newsmill/enrich';
import { fromNinjs, toDocument, toNewsArticle, toNinjs, type NinjsItem } from '@newsmill/search';
import { ninjsValidator } from './ninjs-validator.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pack = [process.env['NEWSMILL_BENCH'], join(root, '../shared/bench')]
  .flatMap((folder) => (folder === undefined ? [] : [join(folder, 'newsweb/pack.jsonl.gz')]))
  .find((file) => existsSync(file));
const problemOf = ninjsValidator();

/**
 * A page of the news web: its markup, and between it what the web changes from article to article, with what
 * stood there.
 */
type Piece = string | { readonly t: string; readonly o?: unknown };
const textOf = (piece: Piece): string =>
  typeof piece === 'string'
    ? piece
    : typeof piece.o === 'string'
      ? piece.o
      : piece.t === 'date'
        ? '2026-11-24T09:00:00Z'
        : '';

/** The document of a page, as all steps make it; undefined where the page is no article. */
function documentOf(url: string, html: Uint8Array): ArticleDocument | undefined {
  const page = FetchedPage.parse({
    item: url,
    sourceId: 'paper',
    sourceName: 'The Paper',
    url,
    finalUrl: url,
    fetchedAt: 1_795_600_000_000,
    firstSeen: 1_795_500_000_000,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    body: html,
    entry: { url, channel: 'https://paper.example/feed', channelKind: 'feed' },
  });
  const cleaned = cleanArticle(page);
  if (cleaned.kind !== 'accept') return undefined;
  const enriched = enrichArticle(cleaned.value, knowsNothing);
  const document =
    enriched.kind === 'accept' ? toDocument(enriched.value, { pipelineVersion: '1' }) : enriched;
  if (document.kind !== 'accept') throw new Error(`${url}: ${document.reason}`);
  return JSON.parse(JSON.stringify(ArticleDocument.parse(document.value)));
}

/** What is wrong with the ninjs item of a document. */
function faultOf(document: ArticleDocument): string | undefined {
  const item: NinjsItem = JSON.parse(JSON.stringify(toNinjs(document)));
  const problem = problemOf(item);
  if (problem !== '') return problem;
  const again = JSON.parse(JSON.stringify(fromNinjs(item)));
  return JSON.stringify(Object.entries(again).sort()) === JSON.stringify(Object.entries(document).sort())
    ? undefined
    : 'another document is read back';
}

describe('articles as ninjs 3.1', () => {
  const folder = join(root, 'libs/clean/pages');
  it.each(readdirSync(folder))('are valid and lose nothing: %s', (name) => {
    const document = documentOf(
      `https://${name}.example/news/a`,
      readFileSync(join(folder, name, 'page.html')),
    );
    expect(document === undefined ? 'no article' : faultOf(document)).toBeUndefined();
    expect(document === undefined ? {} : toNewsArticle(document)).toMatchObject({
      '@type': 'NewsArticle',
      headline: document?.title,
    });
  });

  const title = 'are valid and lose nothing: every recorded page of the news web';
  if (pack === undefined)
    it.skip(`${title} (skipped: the public cases are not beside the project)`, () => undefined);
  else
    it(title, () => {
      const faults: string[] = [];
      let articles = 0;
      for (const line of gunzipSync(readFileSync(pack)).toString().trimEnd().split('\n')) {
        const { id, pieces }: { id: string; pieces: readonly Piece[] } = JSON.parse(line);
        const html = pieces.map(textOf).join('');
        const document = documentOf(`https://${id}.example/news/a`, Buffer.from(html));
        if (document === undefined) continue;
        articles += 1;
        const fault = faultOf(document);
        if (fault !== undefined) faults.push(`${id}: ${fault}`);
      }
      expect(faults).toEqual([]);
      expect(articles).toBeGreaterThan(150);
      process.stdout.write(
        `${articles} articles of the news web are valid ninjs 3.1 and read back unchanged\n`,
      );
    }, 1_200_000);
});
