import { join } from 'node:path';
import fc from 'fast-check';
import type { ArticleDocument } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { sampleArticle } from '../../../libs/store/src/testing/sample-article.ts';
import { unharmed } from '../../../test/oracle/judge.ts';
import { startServers, type Servers } from '../../../test/servers/start-servers.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';

type Step =
  | { readonly kind: 'write'; readonly article: number; readonly version: number; readonly text: number }
  | { readonly kind: 'remove'; readonly article: number; readonly version: number }
  | { readonly kind: 'take-down' | 'lift' | 'get' | 'search'; readonly article: number };

const article = fc.nat(2);
const version = fc.integer({ min: 1, max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('write' as const), article, version, text: fc.nat(1) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), article, version }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('take-down' as const, 'lift' as const), article }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('get' as const, 'search' as const), article }) },
);
const sequences = fc.array(step, { minLength: 4, maxLength: 14 });

/** What the model knows of one article. */
interface Known {
  held?: { readonly version: number; readonly text: number };
  /** No version up to this comes in. */
  tombstone: number;
  isTakenDown: boolean;
}

/** What the library is to answer, by rules that fit on a page: the newest version wins, what is gone stays gone. */
class Model {
  readonly #articles = new Map<number, Known>();

  #of(number: number): Known {
    const known = this.#articles.get(number) ?? { tombstone: 0, isTakenDown: false };
    this.#articles.set(number, known);
    return known;
  }

  answer(one: Step): string {
    const known = this.#of(one.article);
    const told =
      known.held === undefined ? 'nothing' : `version ${known.held.version} text ${known.held.text}`;
    switch (one.kind) {
      case 'get':
      case 'search':
        return told;
      case 'lift':
        // A lift lets every version in again, also those that were removed before the takedown.
        if (known.isTakenDown) known.tombstone = 0;
        known.isTakenDown = false;
        return '';
      case 'take-down':
        known.isTakenDown = true;
        delete known.held;
        return '';
      case 'remove':
        if ((known.held?.version ?? 0) <= one.version) delete known.held;
        known.tombstone = Math.max(known.tombstone, one.version);
        return '';
      case 'write': {
        const { held } = known;
        if (known.isTakenDown) return 'taken-down';
        if (one.version <= known.tombstone || (held?.version ?? 0) > one.version) return 'stale';
        if (held?.version === one.version) return held.text === one.text ? 'stale' : 'conflict';
        known.held = { version: one.version, text: one.text };
        return 'written';
      }
    }
  }
}

const idOf = (sequence: number, number: number): string => `s${sequence}a${number}`;

function documentOf(sequence: number, one: Extract<Step, { kind: 'write' }>): ArticleDocument {
  const id = idOf(sequence, one.article);
  return sampleArticle(id, {
    version: one.version,
    content: `word${id} version${one.version}text${one.text}`,
    contentHash: `hash${one.text}`,
  });
}

function told(document: { readonly version: number; readonly contentHash: string } | undefined): string {
  return document === undefined
    ? 'nothing'
    : `version ${document.version} text ${document.contentHash.slice(4)}`;
}

async function answerOf({ library }: OpenPorts, sequence: number, one: Step): Promise<string> {
  const id = idOf(sequence, one.article);
  // A search of Elasticsearch sees what was written before its last refresh.
  if (one.kind === 'search') await library.refresh();
  switch (one.kind) {
    case 'write':
      return (await library.write([documentOf(sequence, one)]))[0]?.kind ?? 'no answer';
    case 'remove':
      await library.remove([{ id, version: one.version }]);
      return '';
    case 'take-down':
      await library.takeDown([id]);
      return '';
    case 'lift':
      await library.lift([id]);
      return '';
    case 'get':
      return told(await library.get(id));
    case 'search': {
      const query = { kind: 'term', text: `word${id}` } as const;
      const { items } = await library.search({ query, sort: 'newest', limit: 10, facets: [] });
      if (items.length > 1) return `${items.length} documents`;
      const [found] = items;
      return told(found === undefined ? undefined : await library.get(found.id));
    }
  }
}

/**
 * F19: sequences of writes, removals, takedowns and questions by chance; after each step the library answers as a model
 * of it that fits on a page.
 */
export async function sequencesOfSteps(run: FaultRun): Promise<FaultFindings> {
  const servers = run.form === 'embedded' ? undefined : await startServers(['elasticsearch'], { own: true });
  try {
    return await runSequences(run, servers);
  } finally {
    await servers?.close();
  }
}

async function runSequences(
  { dose, seed, folder }: FaultRun,
  servers: Servers | undefined,
): Promise<FaultFindings> {
  const library = servers === undefined ? {} : { NEWSMILL_ELASTICSEARCH_URL: servers.elasticsearch.url };
  const open = await openPorts(readSettings({ ...library, NEWSMILL_DATA: join(folder, 'data') }));
  const broken: string[] = [];
  let steps = 0;
  try {
    await open.library.prepare();
    for (const [number, sequence] of fc.sample(sequences, { seed, numRuns: dose }).entries()) {
      const model = new Model();
      for (const [place, one] of sequence.entries()) {
        steps += 1;
        const wanted = model.answer(one);
        const found = await answerOf(open, number, one);
        if (wanted === found) continue;
        const before = sequence.slice(0, place + 1).map((each) => JSON.stringify(each));
        broken.push(
          `sequence ${number}: ${wanted} was wanted, ${found} was the answer, after ${before.join(' ')}`,
        );
        break;
      }
    }
  } finally {
    await open.close();
  }
  return {
    articles: dose * 3,
    verdict: unharmed,
    extra: { steps: String(steps), 'answers that differ': String(broken.length) },
    broken,
  };
}
