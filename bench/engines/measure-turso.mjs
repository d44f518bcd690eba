// Turso, a SQLite in Rust whose index for full text is tantivy, measured as measure_engines.py measures its engines: the
// same options, the same answer. `--packages` is the folder into which it was installed.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const names = ['articles', 'queries', 'folder', 'packages'];
const { values } = parseArgs({
  options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});
const { folder } = values;
const inOneBatch = 2_000;
const limit = 50;
const require = createRequire(join(values.packages, 'package.json'));
const name = '@tursodatabase/database';

/** The articles, with their numbers from 1, some thousand at a time. */
async function* batches() {
  let batch = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(values.articles) })) {
    number += 1;
    batch.push({ number, text: JSON.parse(line).text });
    if (batch.length < inOneBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Its index is made behind the articles: with the index there, 500 articles took 10 s to write, as 20 ms each, and
 * without it 5 ms.
 */
async function openTurso() {
  const { connect } = await import(pathToFileURL(require.resolve(name)).href);
  const base = await connect(join(folder, 'articles.db'), { experimental: ['index_method'] });
  await base.exec('CREATE TABLE articles (number INTEGER PRIMARY KEY, text TEXT)');
  const sql = {
    relevance: `SELECT number, fts_score(text, ?1) AS score FROM articles WHERE fts_match(text, ?1) ORDER BY score DESC LIMIT ${limit}`,
    newest: `SELECT number FROM articles WHERE fts_match(text, ?1) ORDER BY number DESC LIMIT ${limit}`,
    count: 'SELECT count(*) AS total FROM articles WHERE fts_match(text, ?1)',
  };
  return {
    version: JSON.parse(readFileSync(join(values.packages, 'node_modules', name, 'package.json'), 'utf8'))
      .version,
    async write() {
      const insert = await base.prepare('INSERT INTO articles VALUES (?, ?)');
      for await (const batch of batches()) {
        await base.exec('BEGIN');
        for (const { number, text } of batch) await insert.run(number, text);
        await base.exec('COMMIT');
      }
      await base.exec("CREATE INDEX words ON articles USING fts (text) WITH (tokenizer = 'whitespace')");
    },
    async ask(words, order) {
      const match = words.join(' AND ');
      const found = await (await base.prepare(sql[order])).all(match);
      const { total } = await (await base.prepare(sql.count)).get(match);
      return { found: found.map(({ number }) => Number(number)), total: Number(total) };
    },
  };
}

const p95 = (times) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))];
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const engine = await openTurso();
let began = cpuMs();
await engine.write();
const writeCpuSeconds = (cpuMs() - began) / 1_000;
const questions = JSON.parse(readFileSync(values.queries, 'utf8'));
const orders = {};
for (const order of ['relevance', 'newest']) {
  for (const words of questions) await engine.ask(words, order);
  const [times, answers] = [[], []];
  began = cpuMs();
  for (const words of questions) {
    const start = performance.now();
    answers.push(await engine.ask(words, order));
    times.push(performance.now() - start);
  }
  orders[order] = { cpuMs: (cpuMs() - began) / questions.length, p95Ms: p95(times), answers };
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
const memoryMb = Math.round(process.resourceUsage().maxRSS / 1_024);
process.stdout.write(
  JSON.stringify({ version: engine.version, writeCpuSeconds, bytes, memoryMb, orders }),
  () => process.exit(0),
);
