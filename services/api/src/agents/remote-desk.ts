import { ArticleDocument, serveArticle, serveHit, type ServingContext } from '@newsmill/contracts';
import { z } from 'zod';
import { ApiProblem, isProblemCode } from '../problems/api-problem.ts';
import { ItemAnswer, Problem, SearchAnswer, SourcesAnswer } from '../shapes/answers.ts';
import { RelatedAnswer, TimelineAnswer } from '../shapes/counts.ts';
import { VersionsAnswer } from '../shapes/history.ts';
import type { AgentDesk } from './agent-desk.ts';
import { orNothing } from './or-nothing.ts';

const limitMs = 30_000;
const mostBytes = 64_000_000;

/** Asks one path of a mill; how it travels is the caller's choice. */
export type AskMill = (
  url: URL,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<Response>;

/** The desk over the API of a mill that runs. `key`: where the mill wants one. */
export function remoteDesk({
  url,
  key,
  ask = fetch,
}: {
  readonly url: string;
  readonly key?: string;
  readonly ask?: AskMill;
}): AgentDesk {
  async function read<S extends z.ZodType>(
    path: string,
    query: Readonly<Record<string, unknown>>,
    shape: S,
  ): Promise<z.output<S>> {
    const address = new URL(`api/v1/${path}`, url.endsWith('/') ? url : `${url}/`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== '') address.searchParams.set(name, String(value));
    const answer = await ask(address, {
      headers: {
        accept: 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      signal: AbortSignal.timeout(limitMs),
    }).catch((error: unknown) => {
      throw new ApiProblem(
        'unavailable',
        `the mill at ${address.origin} does not answer; start it there, or correct the address`,
        [],
        { cause: error },
      );
    });
    const body = await bodyOf(answer);
    if (!answer.ok) throw problemOf(body, answer.status);
    const parsed = shape.safeParse(body);
    if (!parsed.success)
      throw new ApiProblem(
        'unavailable',
        `what answers at ${address.origin} is no mill of this version: ${parsed.error.issues[0]?.message ?? ''}`,
      );
    return parsed.data;
  }
  // What the mill shows already has the grants of its source files in its rights.
  const context = (): ServingContext => ({ way: 'agents', now: Date.now() });
  return {
    async search(query) {
      const found = await read('search', query, SearchAnswer);
      return { ...found, items: found.items.flatMap((hit) => serveHit(hit, context()) ?? []) };
    },
    async article(id) {
      if (id === '') return undefined;
      const path = `articles/${encodeURIComponent(id)}`;
      const document = await orNothing(read(path, {}, ArticleDocument), 'unknown-article');
      return document === undefined ? undefined : serveArticle(document, context());
    },
    async history(id) {
      const path = `articles/${encodeURIComponent(id)}`;
      const document = await orNothing(read(path, {}, ArticleDocument), 'unknown-article');
      const history = await orNothing(read(`${path}/versions`, {}, VersionsAnswer), 'unknown-article');
      if (document === undefined || history === undefined) return undefined;
      const versions = history.versions.flatMap((version) => {
        const { subtitle, content } = version;
        const served = serveArticle({ ...document, subtitle, content }, context());
        return served === undefined
          ? []
          : [{ ...version, subtitle: served.subtitle, content: served.content }];
      });
      return { ...history, versions };
    },
    async related(id, limit, languages = 'any') {
      const path = `articles/${encodeURIComponent(id)}/related`;
      const found = await orNothing(
        read(path, { limit, ...(languages === 'other' ? { otherLanguages: 'true' } : {}) }, RelatedAnswer),
        'unknown-article',
      );
      return found === undefined
        ? undefined
        : { items: found.items.flatMap((hit) => serveHit(hit, context()) ?? []) };
    },
    timeline: (query) => read('timeline', query, TimelineAnswer),
    async sources() {
      const first = await read('sources', {}, SourcesAnswer);
      const sources = [...first.sources];
      for (let page = 2; sources.length < first.total; page += 1) {
        const next = await read('sources', { page: String(page) }, SourcesAnswer);
        if (next.sources.length === 0) break;
        sources.push(...next.sources);
      }
      return { ...first, sources };
    },
    lookUp: (address) => orNothing(read('ledger', { url: address }, ItemAnswer), 'unknown-item'),
  };
}

async function bodyOf(answer: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes)
      throw new ApiProblem('unavailable', `the answer of the mill is larger than ${mostBytes} bytes`);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    return undefined;
  }
}

function problemOf(body: unknown, status: number): ApiProblem {
  const parsed = Problem.safeParse(body);
  if (!parsed.success) return new ApiProblem('unavailable', `the mill answered ${status}`);
  const { code, detail } = parsed.data;
  return new ApiProblem(isProblemCode(code) ? code : 'failed', detail);
}
