// docs/cookbook.md: every recipe as a call with curl, as a call of the client, and as Elasticsearch DSL.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';

const address = 'http://127.0.0.1:8080';

function filledPath({ path, pathParameters = {} }) {
  return path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    pathParameters[name] === undefined ? 'ID' : encodeURIComponent(pathParameters[name]),
  );
}

/** A value with dates, quotes and letters as people read them; curl encodes it. */
function curl(recipe) {
  const pairs = Object.entries(recipe.query ?? {}).flatMap(([name, value]) =>
    [value].flat().map((part) => ` \\\n  --data-urlencode '${name}=${String(part)}'`),
  );
  const first =
    recipe.saved === undefined
      ? ''
      : `curl ${address}/api/v1/saved-searches -H "Authorization: Bearer $KEY" \\\n  --json '${JSON.stringify(recipe.saved)}'   # answers with the id\n`;
  return `${first}curl ${pairs.length > 0 ? '-G ' : ''}${address}${filledPath(recipe)}${pairs.join('')}`;
}

function literal(value) {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, part]) => `${key}: ${literal(part)}`)
      .join(', ')} }`;
  return String(value);
}

/** Parameters of a path that the description calls lists. */
function listsOf(path) {
  const { paths } = JSON.parse(readFileSync(join(root, 'services', 'api', 'openapi.json'), 'utf8'));
  return new Set(
    (paths[path]?.get?.parameters ?? [])
      .filter(({ schema }) => schema?.type === 'array')
      .map(({ name }) => name),
  );
}

/** The query as the typed client takes it: a list where the API takes one, whoever names one value too. */
function typedQuery(path, query) {
  const lists = listsOf(path);
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      lists.has(name) ? [value].flat().flatMap((part) => String(part).split(',')) : value,
    ]),
  );
}

function call({ path, pathParameters, query, saved }) {
  if (saved !== undefined)
    return `const { data: search } = await client.POST('/api/v1/saved-searches', { body: ${literal(saved)} });\nconst { data } = await client.GET('${path}', { params: { path: { id: search!.id } } });`;
  const params = literal({
    ...(pathParameters === undefined ? {} : { path: pathParameters }),
    ...(query === undefined ? {} : { query: typedQuery(path, query) }),
  });
  return `const { data } = await client.GET('${path}', { params: ${params} });`;
}

function part(recipe) {
  return `## ${recipe.title}
${recipe.says === undefined ? '' : `${recipe.says}\n`}
\`\`\`sh
${curl(recipe)}
\`\`\`
\`\`\`ts
${call(recipe)}
\`\`\`
\`\`\`http
GET /newsmill-articles/_search
${JSON.stringify(recipe.dsl)}
\`\`\`
`;
}

/** Questions in languages that only a licensed server answers; the servers of the tests do not. */
const otherLanguages = `## In SQL and ES|QL
Elasticsearch answers these too, as \`newsmill_reader\`: send the text as \`query\` to \`POST /_sql?format=txt\` (the first one) or \`POST /_query?format=txt\`. **The tests do not run them**, since the modules for SQL and ES|QL are not in the servers that the tests use. The names of fields are those of [fields.md](fields.md).

\`\`\`text
SELECT sourceId, COUNT(*) AS articles FROM "newsmill-articles"
WHERE published > NOW() - INTERVAL 1 DAY
GROUP BY sourceId ORDER BY articles DESC LIMIT 20
\`\`\`
\`\`\`text
FROM newsmill-articles | WHERE published > NOW() - 1 day AND language == "en"
| STATS articles = COUNT(*) BY sourceId | SORT articles DESC | LIMIT 20
\`\`\`
\`\`\`text
FROM newsmill-articles | WHERE MATCH(content, "harbour")
| KEEP published, title, sourceId | SORT published DESC | LIMIT 10
\`\`\`
`;

export function cookbookFiles() {
  const recipes = JSON.parse(readFileSync(join(root, 'docs', 'cookbook', 'recipes.json'), 'utf8'));
  const text = `# Cookbook
<!-- Written by \`npm run gen\` from docs/cookbook/recipes.json. -->

${recipes.length} questions, each in three forms: with curl, with the typed client (\`@newsmill/client\`, see [api.md](api.md)), and in plain Elasticsearch DSL
for clients that query the alias \`newsmill-articles\` directly, as the [user \`newsmill_reader\`](run-in-production.md#users-of-elasticsearch). The tests run all of them on both libraries and compare the answers.

${recipes.map(part).join('\n')}
${otherLanguages}`;
  return [['docs/cookbook.md', text]];
}
