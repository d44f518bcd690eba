import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanArticle } from '@newsmill/clean';
import { FetchedPage, type CleanArticle } from '@newsmill/contracts';
import { registrableDomain } from '@newsmill/text';
import { blockText } from '../../libs/clean/src/body/block-text.ts';
import { decodeReferences } from '../../libs/clean/src/tree/entities.ts';
import { readText } from '../../libs/clean/src/view-page.ts';
import { openPack, packDay, readHtml, type Pack, type PackPage } from '../extraction/pack.ts';

/** A page of the public cases as the mill cleans it, with what people say is its body. */
export interface RealPage {
  readonly id: string;
  readonly url: string;
  readonly site: string;
  readonly article: CleanArticle;
  /** The gold body, where there is one of some length; else what cleaning left. */
  readonly body: string;
  readonly isGold: boolean;
  /** Lines of the page in front of its body, and behind it: what a broken reading takes for text. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Gold bodies below are no articles to be copied. UTF-16 units. */
const shortestBody = 300;

/** A line or sentence without what printing changes: case, signs, spaces. */
export function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** All text of a page in its lines, parted where the body begins and ends. */
function linesAround(html: string, body: string): Pick<RealPage, 'before' | 'after'> {
  const { blocks } = readText(html);
  const lines = Array.from({ length: blocks.size }, (_, index) => blockText(blocks, index)).filter(
    (line) => line.trim() !== '',
  );
  const plainBody = plainOf(body);
  const isOfBody = (line: string) => {
    const plain = plainOf(line);
    return plain.length > 20 && plainBody.includes(plain);
  };
  const first = lines.findIndex(isOfBody);
  const last = lines.findLastIndex(isOfBody);
  return first < 0
    ? { before: [], after: lines }
    : { before: lines.slice(0, first), after: lines.slice(last + 1) };
}

function clean(page: PackPage, html: string): CleanArticle | undefined {
  const outcome = cleanArticle(
    FetchedPage.parse({
      item: page.id,
      sourceId: 's',
      url: page.url,
      finalUrl: page.url,
      fetchedAt: packDay,
      firstSeen: packDay,
      status: 200,
      contentType: 'text/html; charset=utf-8',
      encoding: 'identity',
      httpHeaders: {},
      body: Buffer.from(html),
    }),
  );
  return outcome.kind === 'accept' ? outcome.value : undefined;
}

/** The pages of a pack that are articles, each address once. */
function pagesOf(pack: Pack): RealPage[] {
  const golds = new Map(pack.gold.map((gold) => [gold.id, gold]));
  const sited = new Map<string, { readonly page: PackPage; readonly site: string }>();
  for (const page of pack.pages) {
    const site = URL.canParse(page.url) ? registrableDomain(new URL(page.url).hostname) : '';
    if (site !== undefined && site !== '') sited.set(page.url, { page, site });
  }
  return [...sited.values()].flatMap(({ page, site }) => {
    const html = readHtml(pack, page);
    const article = clean(page, html);
    if (article === undefined || article.text === '') return [];
    // Some gold bodies are written as HTML.
    const gold = decodeReferences(golds.get(page.id)?.body ?? '');
    const isGold = gold.length >= shortestBody;
    const body = isGold ? gold : article.text;
    return [{ id: page.id, url: page.url, site, article, body, isGold, ...linesAround(html, body) }];
  });
}

/** The pages of both public sets below the folder, and a hash of what these hold. */
export function readRealPages(folder: string): {
  readonly pages: readonly RealPage[];
  readonly corpus: string;
} {
  const packs = ['wild', 'extraction']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'manifest.jsonl')))
    .map(openPack);
  const byUrl = new Map(packs.flatMap(pagesOf).map((page) => [page.url, page]));
  const corpus = createHash('sha256');
  for (const { hash } of packs) corpus.update(hash);
  return { pages: [...byUrl.values()], corpus: corpus.digest('hex') };
}

/** A number in [0, 1) that depends on the text alone. */
export function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
