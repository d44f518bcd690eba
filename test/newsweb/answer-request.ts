import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { answerWithFault } from './answer-with-fault.ts';
import { trackingUrl } from './expectation.ts';
import type { NewsWebPlan, PlannedArticle, Site } from './plan-news-web.ts';
import { contentOf, contentTypeOf, isUpdated, modifiedAt, pageBytes, type WebState } from './page-bytes.ts';
import { channelPaths, latest, renderChannel, type ChannelItem } from './render-channel.ts';
import { escapeText } from './render-page.ts';
import { hash } from './seeded-random.ts';

function isUnchanged(request: IncomingMessage, etag: string, modified: string): boolean {
  const tag = request.headers['if-none-match'];
  return tag === undefined ? request.headers['if-modified-since'] === modified : tag === etag;
}

/** Sends a body with validators and the content encoding of the site, or 304. Returns the status. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  contentType: string,
  etag: string,
  modified: string,
  makeBody: () => Buffer,
): number {
  const validators = { etag, 'last-modified': modified };
  if (isUnchanged(request, etag, modified)) {
    response.writeHead(304, validators).end();
    return 304;
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding =
    typeof accepted === 'string' && accepted.includes(site.encoding) ? site.encoding : 'identity';
  const plain = makeBody();
  const body =
    encoding === 'gzip'
      ? gzipSync(plain, { level: 1 })
      : encoding === 'br'
        ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
        : plain;
  response.writeHead(200, {
    ...validators,
    'content-type': contentType,
    'content-length': body.length,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding, vary: 'accept-encoding' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  return 200;
}

function sendChannel(
  state: WebState,
  site: Site,
  isSection: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): number {
  const origin = state.origin(site.host);
  const items: ChannelItem[] = state.plan.articles
    .filter((article) => article.site === site && (!isSection || article.inSection))
    .map((article) => {
      const link = origin + article.listedPath;
      return {
        article,
        link: isSection ? trackingUrl(link, article.index) : link,
        summary: article.title,
        modified: modifiedAt(state, article),
        content: article.fault === 'failing' ? contentOf(state, article) : undefined,
      };
    });
  const { contentType, text } = renderChannel(isSection ? 'rss' : site.form, site, origin, items);
  return send(
    request,
    response,
    site,
    contentType,
    `W/"${hash(text).toString(36)}"`,
    latest(items).toUTCString(),
    () => Buffer.from(text),
  );
}

/** Sends the page of an article as a sound server does. Returns the status. */
export function sendPage(
  state: WebState,
  article: PlannedArticle,
  request: IncomingMessage,
  response: ServerResponse,
): number {
  const etag = `"${hash(state.seed, article.index, isUpdated(state, article) ? 2 : 1).toString(36)}"`;
  return send(
    request,
    response,
    article.site,
    contentTypeOf(article),
    etag,
    modifiedAt(state, article).toUTCString(),
    () => pageBytes(state, article),
  );
}

function notFound(response: ServerResponse): number {
  response
    .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
    .end('<!doctype html><title>404</title><h1>Not found</h1>');
  return 404;
}

const articlesByAddress = new WeakMap<NewsWebPlan, ReadonlyMap<string, PlannedArticle>>();

function findArticle(plan: NewsWebPlan, site: Site, path: string): PlannedArticle | undefined {
  let known = articlesByAddress.get(plan);
  if (known === undefined) {
    known = new Map(
      plan.articles.flatMap((article) =>
        [article.path, article.listedPath].map((own) => [article.site.host + own, article] as const),
      ),
    );
    articlesByAddress.set(plan, known);
  }
  // Tracking parameters change nothing; the `id` that some sites address their articles by does.
  const id = /[?&](id=\d+)/.exec(path)?.[1];
  const bare = path.replace(/\?.*$/s, '');
  return (
    known.get(site.host + bare) ?? (id === undefined ? undefined : known.get(`${site.host}${bare}?${id}`))
  );
}

function frontPage(site: Site): string {
  const feed =
    site.form === 'list' || site.form === 'news-sitemap' ? '/section.xml' : channelPaths[site.form];
  return `<!doctype html>\n<html lang="${site.language}"><head><meta charset="utf-8"><title>${escapeText(site.name)}</title><link rel="alternate" type="application/rss+xml" href="${feed}"></head><body><h1>${escapeText(site.name)}</h1></body></html>\n`;
}

/** Answers one request to a site and returns the status; 0 when the answer is broken off or dripped. */
export function answerRequest(
  state: WebState,
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): number {
  const path = request.url ?? '/';
  const bare = path.replace(/\?.*$/s, '');
  if (bare === '/robots.txt') {
    if (!site.hasRobots) return notFound(response);
    response
      .writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      .end('User-agent: *\nDisallow: /private/\n');
    return 200;
  }
  if (bare === channelPaths[site.form]) return sendChannel(state, site, false, request, response);
  if (bare === '/section.xml' && site.hasSection) return sendChannel(state, site, true, request, response);
  if (bare === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(frontPage(site));
    return 200;
  }
  const article = findArticle(state.plan, site, path);
  if (article === undefined || state.away.has(site.index)) return notFound(response);
  return answerWithFault(state, article, request, response) ?? sendPage(state, article, request, response);
}
