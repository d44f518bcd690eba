import { gzipSync, zstdCompressSync } from 'node:zlib';
import { CleanArticle, type FetchedPage } from '@newsmill/contracts';
import { describe, expect, it } from '@jest/globals';
import { cleanArticle } from './clean-article.ts';

const paragraph =
  'Northgate council voted on Tuesday to spend four million pounds on the return of the harbour ferry, which has not sailed since 2011. ';
const html = `<html lang="en"><head><title>Ferry returns - Ledger</title><link rel="canonical" href="https://ledger.example/news/ferry"></head><body><h1>Ferry returns</h1><div class="article-body">${`<p>${paragraph}</p>`.repeat(6)}</div></body></html>`;

function fetched(changes: Partial<FetchedPage> = {}): FetchedPage {
  return {
    item: 'item-1',
    sourceId: 'ledger',
    url: 'https://ledger.example/?p=1',
    finalUrl: 'https://ledger.example/news/ferry?utm=1',
    redirects: [],
    fetchedAt: Date.parse('2026-03-12T10:00:00Z'),
    firstSeen: Date.parse('2026-03-12T09:00:00Z'),
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'gzip',
    httpHeaders: {},
    tags: ['coast'],
    body: gzipSync(html),
    ...changes,
  };
}

describe('cleanArticle', () => {
  it('makes a message that fits its schema, with the identity of the page', () => {
    const outcome = cleanArticle(fetched());
    expect(outcome.kind).toBe('accept');
    if (outcome.kind !== 'accept') return;
    expect(CleanArticle.parse(outcome.value)).toMatchObject({
      item: 'item-1',
      title: 'Ferry returns',
      canonicalUrl: 'https://ledger.example/news/ferry',
      charset: 'utf-8',
      tags: ['coast'],
      firstSeen: Date.parse('2026-03-12T09:00:00Z'),
    });
    expect(outcome.value.rawSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['Jean-Ren\ufffd', '-\ufffd-', 'caf\ufffd-(bar)', '\ufffd\\d+[a-\ufffd', '\ud800-\ufffd'])(
    'takes a page on which a word lost a sign: %j',
    (word) => {
      const outcome = cleanArticle(
        fetched({
          encoding: 'identity',
          body: Buffer.from(html.replace('Northgate council', `${word} of the council`)),
        }),
      );
      expect(outcome.kind === 'accept' ? outcome.value.text : outcome).toContain('of the council');
    },
  );

  it('gives the same answer for the same page', () => {
    expect(cleanArticle(fetched())).toEqual(
      cleanArticle(fetched({ encoding: 'zstd', body: zstdCompressSync(html) })),
    );
  });

  it('reads a cut body as far as it goes and says so', () => {
    const whole = gzipSync(
      html.replace(
        '</body>',
        Array.from(
          { length: 400 },
          (_, index) =>
            `<p>Paragraph ${index * 7919} of the story, with words ${index * 104_729} that do not repeat.</p>`,
        ).join(''),
      ),
    );
    const outcome = cleanArticle(fetched({ body: whole.subarray(0, Math.floor(whole.length * 0.8)) }));
    expect(outcome.kind === 'accept' ? outcome.value.flags : outcome).toContain('truncated');
  });

  it.each<[string, string | undefined]>([
    ['en_US', 'en-US'],
    ['EN-us', 'en-US'],
    ['english', 'en'],
    ['iw', 'he'],
    ['in', 'id'],
    ['no', 'nb'],
    ['zh-cmn-Hans', 'zh-Hans'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['sr-latn', 'sr-Latn'],
    ['', 'fr'],
    ['x-default', 'fr'],
    ['und', 'fr'],
  ])('reads the language %j of a page, else what the next says of it', (claim, language) => {
    const outcome = cleanArticle(
      fetched({
        encoding: 'identity',
        body: Buffer.from(html.replace('lang="en"', `lang="${claim}"`)),
        sourceLanguage: 'fr',
      }),
    );
    expect(outcome.kind === 'accept' ? outcome.value.language : outcome).toBe(language);
  });

  it('takes a canonical address that is evidently of another article for none', () => {
    const title = 'The long ferry returns to the island';
    const page = html
      .replaceAll('Ferry returns', title)
      .replace('/news/ferry', '/news/mayor-sells-old-lighthouse');
    const finalUrl = 'https://ledger.example/news/long-ferry-returns-to-island';
    const outcome = cleanArticle(fetched({ encoding: 'identity', body: Buffer.from(page), finalUrl }));
    expect(outcome.kind === 'accept' ? [outcome.value.title, outcome.value.canonicalUrl] : outcome).toEqual([
      title,
      undefined,
    ]);
  });

  it('takes a canonical address of another site for none', () => {
    const outcome = cleanArticle(
      fetched({
        encoding: 'identity',
        body: Buffer.from(html.replace('https://ledger.example/news/ferry', 'https://other.example/x')),
      }),
    );
    expect(outcome.kind === 'accept' ? outcome.value.canonicalUrl : outcome).toBeUndefined();
  });

  it.each<[string, Partial<FetchedPage>]>([
    ['not-html', { contentType: 'application/pdf' }],
    ['not-html', { encoding: 'identity', body: Buffer.from('%PDF-1.7 ...') }],
    ['not-article-empty', { encoding: 'identity', body: new Uint8Array() }],
    [
      'not-article-empty',
      {
        encoding: 'identity',
        body: Buffer.from(
          '<title>News</title><nav><a href="/">Home</a></nav><main><span>Share</span></main>',
        ),
      },
    ],
    [
      'not-article-error',
      {
        encoding: 'identity',
        body: Buffer.from(
          '<title>404 Not Found</title><h1>Page not found</h1><p>The page that you asked for is not here.</p>',
        ),
      },
    ],
    [
      'not-article-consent',
      {
        encoding: 'identity',
        body: Buffer.from(
          '<title>Ledger</title><h1>We value your privacy</h1><p>Before you continue, please tell us which cookies our 412 partners may set, and for which ends.</p><button>Accept</button>',
        ),
      },
    ],
    [
      'not-article-video',
      {
        encoding: 'identity',
        body: Buffer.from(
          '<title>Ferry returns</title><meta property="og:type" content="video.other"><h1>Ferry returns</h1><p>Watch the boats come in.</p>',
        ),
      },
    ],
    [
      'not-article-gallery',
      {
        encoding: 'identity',
        body: Buffer.from(
          `<title>The ferry in pictures</title><script type="application/ld+json">{"@type":"ImageGallery","name":"The ferry in pictures"}</script><h1>The ferry in pictures</h1><p>Boats come in.</p>${'<figure><img src="/a.jpg" width="900" height="600"></figure>'.repeat(9)}`,
        ),
      },
    ],
    [
      'not-article-index',
      {
        finalUrl: 'https://ledger.example/',
        encoding: 'identity',
        body: Buffer.from(
          `<title>Ledger</title><ul>${Array.from({ length: 60 }, (_, index) => `<li><a href="/news/${index}">Headline number ${index} of the day about the harbour</a></li>`).join('')}</ul>`,
        ),
      },
    ],
    [
      'not-article-login',
      {
        encoding: 'identity',
        body: Buffer.from(
          '<title>Log in</title><h1>Log in</h1><form><p>Please give your name and your password to go on.</p></form>',
        ),
      },
    ],
  ])('drops with %s', (reason, changes) => {
    expect(cleanArticle(fetched(changes))).toMatchObject({ kind: 'drop', reason });
  });
});
