import { createHash } from 'node:crypto';
import { headerOf, pathOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';

/** A strong entity tag of bytes. */
export function etagOf(text: string | Uint8Array): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Whether a list of entity tags (If-None-Match, If-Match) names this one; `*` names every one. */
export function namesTag(list: string, etag: string): boolean {
  const tags = list.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag.replace(/^W\//, ''));
}

/** Whether an answer is a page: what it says depends on who reads it, and in which language. */
function isPage(reply: HttpReply): boolean {
  return String(reply.getHeader?.('content-type') ?? '').startsWith('text/html');
}

/**
 * Gives a whole answer of the API, or a page, its ETag, and answers 304 with nothing to whoever has it already
 * (RFC 9110, 8.8.3 and 13.1.2). Pages that are kept nowhere have none.
 */
export function answerKnown(request: HttpRequest, reply: HttpReply, payload: unknown): unknown {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const page = isPage(reply);
  if (
    !reads ||
    reply.statusCode !== 200 ||
    typeof payload !== 'string' ||
    !(page || pathOf(request).startsWith('/api/'))
  )
    return payload;
  if (page) reply.header('vary', 'accept, accept-language, cookie');
  if (page && reply.getHeader?.('cache-control') === 'no-store') return payload;
  const set = reply.getHeader?.('etag');
  // Weak: the answer may go out compressed, in other bytes.
  const etag = typeof set === 'string' ? set : `W/${etagOf(payload)}`;
  reply.header('etag', etag);
  if (reply.getHeader?.('cache-control') === undefined)
    reply.header('cache-control', page ? 'private, no-cache' : 'no-cache');
  const known = headerOf(request, 'if-none-match');
  if (known === undefined || !namesTag(known, etag)) return payload;
  reply.code(304);
  reply.removeHeader?.('content-type');
  reply.removeHeader?.('content-length');
  return '';
}
