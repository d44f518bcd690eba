import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentTypeOf, isWithdrawn, pageBytes, type WebState } from './page-bytes.ts';
import type { Fault, PlannedArticle } from './plan-news-web.ts';

type Answer = (
  state: WebState,
  article: PlannedArticle,
  request: IncomingMessage,
  response: ServerResponse,
) => number | undefined;

function plain(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_state, _article, _request, response) => {
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
      .end(`<!doctype html><title>${status}</title><h1>${status}</h1>`);
    return status;
  };
}

/** The first request of an article is answered by `answer`, every later one as by a sound server. */
function once(answer: Answer): Answer {
  return (state, article, request, response) => {
    const attempt = (state.attempts.get(article.index) ?? 0) + 1;
    state.attempts.set(article.index, attempt);
    return attempt === 1 ? answer(state, article, request, response) : undefined;
  };
}

/**
 * Promises the whole body, sends a part of it, and breaks off: by a reset, or by closing as if all were said.
 */
function brokenOff(share: number, isReset: boolean): Answer {
  return (state, article, request, response) => {
    const body = pageBytes(state, article);
    response.writeHead(200, {
      'content-type': contentTypeOf(article),
      'content-length': body.length,
      connection: 'close',
    });
    response.write(body.subarray(0, Math.floor(body.length * share)), () => {
      if (isReset) request.socket.resetAndDestroy();
      else request.socket.end();
    });
    return 0;
  };
}

/** Sixteen pieces in about two seconds. */
const slow: Answer = (state, article, _request, response) => {
  const body = pageBytes(state, article);
  response.writeHead(200, { 'content-type': contentTypeOf(article), 'content-length': body.length });
  const step = Math.ceil(body.length / 16);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + step));
    sent += step;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, 125);
  response.on('close', () => clearInterval(timer));
  return 0;
};

/** Goes on until the reader hangs up; 64 MB at most, so that a reader without a limit ends as well. */
const endless: Answer = (_state, _article, _request, response) => {
  const piece = Buffer.from(`<p>${'and so the meeting went on, '.repeat(1_200)}</p>\n`);
  let left = Math.ceil(67_108_864 / piece.length);
  const more = (): void => {
    for (; left > 0 && !response.destroyed; left -= 1) {
      if (response.write(piece)) continue;
      left -= 1;
      response.once('drain', more);
      return;
    }
    response.end();
  };
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write('<!doctype html><title>Minutes</title>');
  more();
  return 0;
};

const moved: Answer = (state, article, request, response) => {
  const path = request.url ?? '/';
  if (!path.startsWith('/go/')) return undefined;
  const isSecond = path.includes('hop=2');
  const status = isSecond ? 302 : 301;
  response
    .writeHead(status, {
      location: isSecond ? state.origin(article.site.host) + article.path : `/go/${article.index}?hop=2`,
    })
    .end();
  return status;
};

const loop: Answer = (_state, article, request, response) => {
  const hop = Number(/hop=(\d)/.exec(request.url ?? '')?.[1] ?? 0);
  response.writeHead(302, { location: `/go/${article.index}?hop=${(hop + 1) % 4}` }).end();
  return 302;
};

const pdf: Answer = (_state, _article, _request, response) => {
  response
    .writeHead(200, { 'content-type': 'application/pdf' })
    .end(
      Buffer.from(
        `%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n${'1 0 obj << >> endobj\n'.repeat(200)}%%EOF\n`,
        'latin1',
      ),
    );
  return 200;
};

const empty: Answer = (_state, _article, _request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': 0 }).end();
  return 200;
};

/** From phase 2 on answered by `answer`. */
function later(answer: Answer): Answer {
  return (state, article, request, response) =>
    isWithdrawn(state, article) ? answer(state, article, request, response) : undefined;
}

const answers: Readonly<Partial<Record<Fault, Answer>>> = {
  'not-found': plain(404),
  'gone-410': plain(410),
  'once-429': once(plain(429, { 'retry-after': '1' })),
  'once-500': once(plain(500)),
  'once-503': once(plain(503, { 'retry-after': '1' })),
  'once-reset': once(brokenOff(0.5, true)),
  'once-truncated': once(brokenOff(0.25, false)),
  slow,
  redirect: moved,
  'redirect-loop': loop,
  // Port 9 is nobody's and in no source's allowPrivate: a private address must not be reached through a
  // redirect.
  'redirect-off': plain(302, { location: 'http://127.0.0.1:9/off' }),
  endless,
  pdf,
  empty,
  'gone-later': later(plain(410)),
  'missing-later': later(plain(404)),
  failing: plain(500),
};

/**
 * Answers as the article's fault demands and returns the status; undefined when this request is to be
 * answered soundly.
 */
export function answerWithFault(
  state: WebState,
  article: PlannedArticle,
  request: IncomingMessage,
  response: ServerResponse,
): number | undefined {
  return article.fault === undefined
    ? undefined
    : answers[article.fault]?.(state, article, request, response);
}
