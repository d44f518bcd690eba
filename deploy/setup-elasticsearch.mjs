// One-shot of the distributed form: gives Elasticsearch the roles and users that newsmill and its search
// clients use. Runs as the superuser `elastic`, may run again at any time (passwords become those of the
// environment). Exit codes: docs/troubleshoot.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { elasticRoles } from '@newsmill/store';
import { exitCodes } from '../services/mill/dist/exit-codes.js';

/** What people can mend: a sentence with its exit code. */
class Refused extends Error {
  constructor(message, code, options) {
    super(message, options);
    this.code = code;
  }
}

/** A variable that must be set; says which when it is not. */
function needed(name) {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Refused(`${name} is not set; deploy/make-env writes one into .env`, exitCodes.configuration);
  return value;
}

/** Where Elasticsearch is, and who asks. */
function serverOfEnvironment() {
  const address = needed('NEWSMILL_ELASTICSEARCH_URL');
  if (!URL.canParse(address))
    throw new Refused(
      `NEWSMILL_ELASTICSEARCH_URL=${JSON.stringify(address)} is no address; write it as http://elasticsearch:9200`,
      exitCodes.configuration,
    );
  return {
    address,
    authorization: `Basic ${Buffer.from(`elastic:${needed('ELASTIC_PASSWORD')}`).toString('base64')}`,
  };
}

async function ask({ address, authorization }, path, body) {
  const url = new URL(path, address);
  return fetch(url, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch((cause) => {
    throw new Refused(
      `Elasticsearch does not answer at ${url.origin} (${cause.cause?.message || cause.message}): start it there, or correct NEWSMILL_ELASTICSEARCH_URL`,
      exitCodes.unreachable,
      { cause },
    );
  });
}

/** How long nodes may take to come together, milliseconds. */
const togetherMs = 120_000;

async function put(server, path, body) {
  const { origin } = new URL(server.address);
  let answer = await ask(server, path, body);
  for (const end = Date.now() + togetherMs; answer.status === 503 && Date.now() < end; ) {
    await sleep(1_000);
    answer = await ask(server, path, body);
  }
  if (answer.ok) return;
  const text = (await answer.text()).slice(0, 500);
  if (answer.status === 401)
    throw new Refused(
      `Elasticsearch at ${origin} refuses the password of the user elastic: ELASTIC_PASSWORD must be the one that it was first started with; to change it, use elasticsearch-reset-password there`,
      exitCodes.unreachable,
    );
  throw new Refused(
    `Elasticsearch at ${origin} answered PUT ${path} with ${answer.status}: ${text}`,
    exitCodes.unreachable,
  );
}

async function setUp() {
  const server = serverOfEnvironment();
  const namespace = process.env.NEWSMILL_NAMESPACE || 'newsmill';
  // The keeper runs newsmill reindex; without its password there is the role and no user.
  const passwords = {
    writer: needed('ELASTIC_WRITER_PASSWORD'),
    reader: needed('ELASTIC_READER_PASSWORD'),
    keeper: process.env.ELASTIC_KEEPER_PASSWORD,
  };
  const roles = elasticRoles(namespace);
  for (const part of ['writer', 'reader', 'keeper']) {
    const name = `${namespace}_${part}`;
    await put(server, `/_security/role/${name}`, roles[part]);
    if (!passwords[part]) continue;
    await put(server, `/_security/user/${name}`, {
      password: passwords[part],
      roles: [name],
      full_name: `newsmill ${part}`,
    });
    process.stdout.write(`Elasticsearch has the user ${name}\n`);
  }
}

function fail(error) {
  process.stderr.write(`${error instanceof Refused ? error.message : error.stack}\n`);
  process.exitCode = error instanceof Refused ? error.code : exitCodes.fault;
}

await setUp().catch(fail);
