import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { bulkOperations, spoilBulk, type Spoilt } from '../../../libs/store/src/testing/spoil-bulk.ts';
import type { ElasticJudge } from '../../../test/network/open-links.ts';
import type { Random } from '../../../test/newsweb/seeded-random.ts';
import { runCommand } from '../../../test/processes/run-command.ts';
import type { Services } from '../../../test/processes/start-services.ts';
import type { ServiceGround, ServicePlan } from '../fault-services.ts';

const isBulk = (path: string): boolean => path.startsWith('/_bulk');
const onBulks =
  (judge: ElasticJudge): ElasticJudge =>
  (request) =>
    isBulk(request.path) ? judge(request) : 'pass';

/** Largest request that the server takes during `large requests are refused`, bytes. */
const largestBytes = 20_000;

const busy: Spoilt = { status: 429, type: 'es_rejected_execution_exception', reason: 'queue is full' };
const noPrimary: Spoilt = { status: 503, type: 'unavailable_shards_exception', reason: 'no primary' };
const noMapping: Spoilt = { status: 400, type: 'document_parsing_exception', reason: 'as told by the drill' };
const older: Spoilt = { status: 409, type: 'version_conflict_engine_exception', reason: 'as told' };

/** What the front before Elasticsearch answers for a while. */
interface Script {
  readonly name: string;
  readonly seconds: number;
  readonly judge: ElasticJudge;
}

function scriptsOf(random: Random): readonly Script[] {
  const spoiling = (share: number, answer: Spoilt): ElasticJudge =>
    onBulks(({ body }) =>
      spoilBulk(body, ({ index }) => (index.includes('-articles-') && random() < share ? answer : undefined)),
    );
  return [
    {
      name: 'half of all bulks are answered 429',
      seconds: 6,
      judge: onBulks(() => (random() < 0.5 ? { status: 429 } : 'pass')),
    },
    {
      name: 'bulks are done and their answers lost',
      seconds: 6,
      judge: onBulks(() => (random() < 0.5 ? 'lost' : 'pass')),
    },
    { name: 'single documents are refused as busy', seconds: 6, judge: spoiling(0.3, busy) },
    { name: 'everything is answered 503', seconds: 6, judge: () => ({ status: 503 }) },
    { name: 'shards are away', seconds: 6, judge: spoiling(0.5, noPrimary) },
    {
      name: 'large requests are refused',
      seconds: 6,
      judge: onBulks(({ body }) => (body.length > largestBytes ? { status: 413 } : 'pass')),
    },
    { name: 'conflicts are told that are none', seconds: 4, judge: spoiling(0.3, older) },
    { name: 'everything is red', seconds: 30, judge: () => ({ status: 503 }) },
    { name: 'answers never come', seconds: 35, judge: onBulks(() => (random() < 0.3 ? 'silent' : 'pass')) },
  ];
}

const lossOfArticles = 'without the articles, which audits bring back';
/** Audits after a deletion, until one finds nothing to mend. */
const mostAudits = 6;

/** `audit --mend` until everything balances, as an operator does; what does not in the end is judged. */
async function auditUntilBalanced({ direct, folder }: ServiceGround): Promise<void> {
  const settings = {
    ...direct,
    NEWSMILL_DATA: join(folder, 'data'),
    NEWSMILL_SOURCES: join(folder, 'sources'),
  };
  for (let audit = 0; audit < mostAudits; audit += 1) {
    await sleep(3_000);
    const { code, stderr } = await runCommand(['audit', '--mend'], settings);
    // Killed because it took long on a busy machine: the next one goes on with what is missing still.
    if (code !== 0 && code !== 1 && code !== null) throw new Error(`audit --mend: ${String(code)} ${stderr}`);
    if (code === 0) return;
  }
}

interface Deed {
  readonly name: string;
  readonly seconds: number;
  readonly strike: (services: Services) => Promise<void>;
}

/** What is done to the server itself, and how an operator mends what does not mend itself. */
function deedsOf(ground: ServiceGround): readonly Deed[] {
  const { servers } = ground;
  const asAdmin = async (work: (client: Client) => Promise<void>): Promise<void> => {
    const client = new Client({ node: servers.elasticsearch.url });
    try {
      await work(client);
    } finally {
      await client.close();
    }
  };
  return [
    {
      name: 'without its alias',
      seconds: 3,
      strike: () =>
        asAdmin(async (client) => {
          // Behind a loss of all articles there is none until the next one is written.
          await client.indices.deleteAlias(
            { index: 'newsmill-articles-v*', name: 'newsmill-articles' },
            { ignore: [404] },
          );
          await sleep(3_000);
        }),
    },
    {
      name: 'indices are read-only but for deletions',
      seconds: 8,
      strike: () =>
        asAdmin(async (client) => {
          const block = (isOn: boolean) =>
            client.indices.putSettings({
              index: 'newsmill-*',
              settings: { index: { blocks: { read_only_allow_delete: isOn } } },
            });
          await block(true);
          await sleep(8_000);
          await block(false);
        }),
    },
    {
      name: 'killed',
      seconds: 15,
      strike: () => servers.restart('elasticsearch', { signal: 'SIGKILL' }),
    },
    {
      name: lossOfArticles,
      seconds: 30,
      strike: () =>
        asAdmin(async (client) => {
          await client.indices.delete({ index: 'newsmill-articles-v*' });
          await auditUntilBalanced(ground);
        }),
    },
  ];
}

/** Documents that the front refuses for themselves: they become dead letters, and are replayed when it is over. */
function refusals(ground: ServiceGround): Deed & { readonly refused: Set<string> } {
  const refused = new Set<string>();
  const settings = { ...ground.direct, NEWSMILL_DATA: join(ground.folder, 'data') };
  const replay = async (): Promise<void> => {
    const { code, stderr } = await runCommand(
      ['dead', 'replay', '--reason', 'bad-document', '--rate', '1000'],
      settings,
    );
    if (code !== 0) throw new Error(`dead replay: ${String(code)} ${stderr}`);
  };
  return {
    name: 'single documents are refused by the mapping, and replayed',
    seconds: 14,
    refused,
    strike: async () => {
      ground.links.judgeElastic(
        onBulks(({ body }) => {
          for (const { id, index } of bulkOperations(body))
            if (index.includes('-articles-') && ground.random() < 0.15) refused.add(id);
          return spoilBulk(body, ({ id, index }) =>
            index.includes('-articles-') && refused.has(id) ? noMapping : undefined,
          );
        }),
      );
      await sleep(6_000);
      ground.links.judgeElastic(undefined);
      await sleep(3_000);
      if (refused.size > 0) await replay();
    },
  };
}

/** F7: everything that Elasticsearch, or what stands before it, can answer. */
export function elastic(ground: ServiceGround): ServicePlan {
  const { links, random, tell, dose } = ground;
  const mapping = refusals(ground);
  const scripted = scriptsOf(random).map(
    ({ name, seconds, judge }): Deed => ({
      name,
      seconds,
      strike: async () => {
        links.judgeElastic(judge);
        await sleep(seconds * 1_000);
        links.judgeElastic(undefined);
      },
    }),
  );
  const [alias, ...others] = deedsOf(ground);
  // What a short dose has comes first.
  const deeds = [...scripted.slice(0, 2), alias ?? mapping, ...scripted.slice(2, 7), mapping, ...others];
  deeds.push(...scripted.slice(7));
  const chosen = Array.from({ length: dose }, (_, number) => deeds[number % deeds.length] ?? mapping);
  const seconds = chosen.reduce((sum, deed) => sum + deed.seconds + 2, 0);
  return {
    articles: Math.max(300, seconds * 5),
    seconds,
    between: [1_000, 3_000],
    blows: chosen.map(({ name, strike }, number) => ({
      name: `Elasticsearch: ${name}`,
      strike: (services: Services) => {
        tell(`${number + 1}: ${name}`);
        return strike(services);
      },
    })),
    // What was written just before the deletion is in the ledger only after it, and no audit of that time knows of it.
    ...(chosen.some(({ name }) => name === lossOfArticles)
      ? { settle: () => auditUntilBalanced(ground) }
      : {}),
    judge: () => ({ extra: { 'refused by the mapping': `${mapping.refused.size} articles, replayed` } }),
  };
}
