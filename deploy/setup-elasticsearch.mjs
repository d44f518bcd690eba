// One-shot of the distributed form: gives Elasticsearch the roles and users that newsmill and its search clients use.
// Runs as the superuser `elastic`, may run again at any time (passwords become those of the environment).
import { elasticRoles } from '@newsmill/store';

/** A variable that must be set; says which when it is not. */
function needed(name) {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

const address = needed('NEWSMILL_ELASTICSEARCH_URL');
const authorization = `Basic ${Buffer.from(`elastic:${needed('ELASTIC_PASSWORD')}`).toString('base64')}`;
const namespace = process.env.NEWSMILL_NAMESPACE || 'newsmill';

async function put(path, body) {
  const answer = await fetch(new URL(path, address), {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok)
    throw new Error(`PUT ${path} was answered with ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
}

// The keeper runs newsmill reindex; without its password there is the role and no user.
const passwords = {
  writer: needed('ELASTIC_WRITER_PASSWORD'),
  reader: needed('ELASTIC_READER_PASSWORD'),
  keeper: process.env.ELASTIC_KEEPER_PASSWORD,
};
const roles = elasticRoles(namespace);
for (const part of ['writer', 'reader', 'keeper']) {
  const name = `${namespace}_${part}`;
  await put(`/_security/role/${name}`, roles[part]);
  if (!passwords[part]) continue;
  await put(`/_security/user/${name}`, {
    password: passwords[part],
    roles: [name],
    full_name: `newsmill ${part}`,
  });
  process.stdout.write(`Elasticsearch has the user ${name}\n`);
}
