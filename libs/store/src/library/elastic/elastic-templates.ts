import { createHash } from 'node:crypto';
import { errors, type estypes } from '@elastic/elasticsearch';
import {
  hasStatus,
  responseProblem,
  type ElasticConnection,
  type ElasticOptions,
} from '../../elastic/elastic-client.ts';
import { elasticNames, type ElasticNames } from '../../elastic/elastic-names.ts';
import { LibraryUnreachable } from '../library.ts';
import { analysis } from './analysis.ts';
import { articleMapping, markMapping, versionMapping } from './fields.ts';

/**
 * Raised with every change of mapping or analysis: an older newsmill beside a newer one leaves the newer
 * templates alone.
 */
const revision = 10;
const healthLimit = '5s';
/** Above templates that an operator has for whole families of names. */
const priority = 500;

interface Templates {
  readonly components: Readonly<Record<string, estypes.IndicesIndexState>>;
  readonly indices: Readonly<
    Record<
      string,
      {
        readonly index_patterns: string[];
        readonly composed_of: string[];
        readonly template?: estypes.IndicesPutIndexTemplateIndexTemplateMapping;
        readonly allow_auto_create?: boolean;
      }
    >
  >;
}

type TemplateOptions = Pick<ElasticOptions, 'shards' | 'replicas' | 'refreshInterval' | 'codec'>;

/** Component and index templates of a namespace. */
export function elasticTemplates(namespace: string, options: TemplateOptions): Templates {
  const { articles, links, tombstones, tellings, versions, months } = elasticNames(namespace);
  const index = {
    number_of_shards: options.shards ?? 1,
    number_of_replicas: options.replicas ?? 0,
    refresh_interval: options.refreshInterval ?? '1s',
    codec: options.codec ?? 'best_compression',
  };
  return {
    components: {
      [`${articles}-settings`]: { settings: { index } },
      // A mapping is refused without the analyzers that it names.
      [`${articles}-mappings`]: { settings: { index: { analysis } }, mappings: articleMapping },
      [`${namespace}-marks`]: {
        settings: { index: { ...index, number_of_shards: 1, gc_deletes: '0s' } },
        mappings: markMapping,
      },
      [`${versions}-mappings`]: { mappings: versionMapping },
    },
    indices: {
      // A write that comes too late for a month which a reindex has replaced must not bring it back.
      [articles]: {
        index_patterns: [months],
        composed_of: [`${articles}-settings`, `${articles}-mappings`],
        template: { aliases: { [articles]: {} } },
        allow_auto_create: false,
      },
      [`${namespace}-marks`]: {
        index_patterns: [links, tombstones, tellings],
        composed_of: [`${namespace}-marks`],
      },
      [versions]: {
        index_patterns: [versions],
        composed_of: [`${articles}-settings`, `${versions}-mappings`],
      },
    },
  };
}

/**
 * Puts the templates where they are missing, older or of other settings, and gives existing months the fields
 * they lack. Safe when several do it at once. `building`: for a reindex, which brings the months themselves
 * in line; until that is done, others look at the months again.
 */
export async function putTemplates(
  connection: ElasticConnection,
  namespace: string,
  options: TemplateOptions,
  purpose: 'use' | 'building' = 'use',
): Promise<void> {
  const { client } = connection;
  const { components, indices } = elasticTemplates(namespace, options);
  const hash = createHash('sha256')
    .update(JSON.stringify([components, indices]))
    .digest('base64url')
    .slice(0, 16);
  const { articles } = elasticNames(namespace);
  const stored = await client.indices.getIndexTemplate({ name: articles }, { ignore: [404] });
  const meta = stored.index_templates?.[0]?.index_template._meta;
  if (meta?.['hash'] === hash || Number(meta?.['revision'] ?? 0) > revision) return;
  const _meta = { owner: 'newsmill', revision, hash: purpose === 'use' ? hash : `${hash} building` };
  await Promise.all(
    Object.entries(components).map(([name, template]) =>
      client.cluster.putComponentTemplate({ name, template, _meta }),
    ),
  );
  if (meta !== undefined) {
    const { links, tombstones, tellings } = elasticNames(namespace);
    await growMapping(connection, articles, purpose);
    await client.indices.putMapping({
      index: [links, tombstones, tellings],
      properties: markMapping.properties,
      allow_no_indices: true,
      ignore_unavailable: true,
    });
  }
  // Last the one that carries the mark that all is done.
  const { [articles]: last, ...first } = indices;
  for (const [name, template] of [...Object.entries(first), [articles, last] as const])
    await client.indices.putIndexTemplate({ name, ...template, priority, _meta });
}

/**
 * New fields are added to the months that are there. What changes a field that they have, or its analyzer,
 * needs a reindex.
 */
async function growMapping(
  { client, address }: ElasticConnection,
  articles: string,
  purpose: 'use' | 'building',
): Promise<void> {
  try {
    await client.indices.putMapping({
      index: articles,
      properties: articleMapping.properties,
      allow_no_indices: true,
      ignore_unavailable: true,
    });
  } catch (error) {
    if (!hasStatus(error, 400) || !(error instanceof errors.ResponseError)) throw error;
    const existing = await client.indices.getMapping({
      index: articles,
      allow_no_indices: true,
      ignore_unavailable: true,
    });
    const { reason } = responseProblem(error);
    for (const [index, { mappings }] of Object.entries(existing))
      await addFields({ client, address }, { index, known: mappings.properties ?? {}, reason, purpose });
  }
}

/**
 * Fields that a month lacks altogether; those of which it has another form stay as they are until a reindex.
 */
async function addFields(
  { client, address }: ElasticConnection,
  {
    index,
    known,
    reason,
    purpose,
  }: {
    readonly index: string;
    readonly known: Readonly<Record<string, estypes.MappingProperty>>;
    readonly reason: string;
    readonly purpose: 'use' | 'building';
  },
): Promise<void> {
  const properties = Object.fromEntries(
    Object.entries(articleMapping.properties ?? {}).filter(([name]) => !Object.hasOwn(known, name)),
  );
  try {
    if (Object.keys(properties).length > 0) await client.indices.putMapping({ index, properties });
  } catch (error) {
    if (!hasStatus(error, 400)) throw error;
    if (purpose === 'building') return;
    throw new LibraryUnreachable(
      address,
      `${index} has the mapping of an older newsmill (${reason})`,
      'run newsmill reindex: it rebuilds the months while searches go on',
      { cause: error },
    );
  }
}

/** The template of the months that a reindex builds: as that of the months, without the alias. */
export async function putBuildingTemplate(
  { client }: ElasticConnection,
  namespace: string,
  build: number,
): Promise<void> {
  const { articles, building, months } = elasticNames(namespace);
  await client.indices.putIndexTemplate({
    name: building,
    index_patterns: [months.replace('*', `${build}-*`)],
    composed_of: [`${articles}-settings`, `${articles}-mappings`],
    priority: priority + 1,
    _meta: { owner: 'newsmill' },
  });
}

/** Makes an index from its template, behind the alias where one is given; being there already is fine. */
export async function makeIndex({ client }: ElasticConnection, index: string, alias?: string): Promise<void> {
  try {
    await client.indices.create({
      index,
      aliases: alias === undefined ? undefined : { [alias]: {} },
      wait_for_active_shards: 1,
    });
  } catch (error) {
    if (
      !hasStatus(error, 400) ||
      !(error instanceof errors.ResponseError) ||
      responseProblem(error).type !== 'resource_already_exists_exception'
    )
      throw error;
  }
}

/**
 * Waits a while for the indices to be usable, such as after a start of the server. Throws LibraryUnreachable
 * when they are not.
 */
export async function requireShards({ client, address }: ElasticConnection, index: string[]): Promise<void> {
  const health = await client.cluster.health(
    { index, wait_for_status: 'yellow', timeout: healthLimit },
    { ignore: [408] },
  );
  if (health.timed_out)
    throw new LibraryUnreachable(
      address,
      `shards of ${index.join(', ')} are missing (status ${health.status})`,
      'see the health of the cluster',
    );
}

/** The monthly indices that stand behind the alias. */
export async function listMonths({ client }: ElasticConnection, names: ElasticNames): Promise<string[]> {
  const found = await client.indices.getAlias({ name: names.articles }, { ignore: [404] });
  return Object.keys(found)
    .filter((name) => names.readMonth(name) !== undefined)
    .sort();
}
