import { queryProblem, type SearchQuery } from '@newsmill/operate';
import { hiddenFrom, parseQuery } from '@newsmill/search';
import { searchQuery, shellWord, type SearchCopies, type SearchParameters } from '@newsmill/service-console';
import { elasticSearchBody } from '@newsmill/store';
import { searchRequestOf } from './read-search.ts';

/** The typed client, for programs of others. */
const clientPackage = '@newsmill/client';

function curlOf(address: string, parameters: SearchParameters, needsKey: boolean): string {
  const query = searchQuery(parameters).toString();
  const key = needsKey ? ' -H "Authorization: Bearer $NEWSMILL_KEY"' : '';
  return `curl -fsS${key} ${shellWord(`${address}/api/v1/search${query === '' ? '' : `?${query}`}`)}`;
}

function typescriptOf(address: string, parameters: SearchParameters, needsKey: boolean): string {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of searchQuery(parameters)) {
    const known = query[name];
    if (name === 'source' || name === 'language')
      query[name] = [...(Array.isArray(known) ? known : []), value];
    else query[name] = value;
  }
  const options = `{ address: ${JSON.stringify(address)}${needsKey ? ', key: process.env.NEWSMILL_KEY' : ''} }`;
  return `import { openClient } from '${clientPackage}';

const client = openClient(${options});
const { data } = await client.GET('/api/v1/search', { params: { query: ${JSON.stringify(query)} } });
for (const { id, title, url } of data?.items ?? []) console.log(id, title, url);
`;
}

async function elasticOf(query: SearchQuery, now: number): Promise<string | undefined> {
  const parsed = parseQuery(query.q);
  if (!parsed.ok) throw queryProblem(parsed.error);
  const request = searchRequestOf(query, parsed.query, []);
  if (request.collapse !== undefined || request.sort === 'both') return undefined;
  const body = await elasticSearchBody({ withoutFlags: hiddenFrom(parsed.query), ...request }, now);
  const byRank = request.sort === 'relevance' && parsed.query !== undefined;
  const address = `GET /newsmill-articles/_search${byRank ? '?search_type=dfs_query_then_fetch' : ''}`;
  return `${address}\n${JSON.stringify({ size: request.limit, ...body }, null, 2)}\n`;
}

/**
 * A search for other programs: for a shell, for the typed client, for Elasticsearch. `address`: where the API
 * answers; `now`: epoch milliseconds, from which relative times count. Refuses with bad-query.
 */
export async function searchCopies(
  query: SearchQuery,
  parameters: SearchParameters,
  { address, needsKey, now }: { readonly address: string; readonly needsKey: boolean; readonly now: number },
): Promise<SearchCopies> {
  return {
    curl: curlOf(address, parameters, needsKey),
    typescript: typescriptOf(address, parameters, needsKey),
    elastic: await elasticOf(query, now),
  };
}
