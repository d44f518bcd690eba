// `npm run check [-- WORD ...]`: types, lint with arrows and purity, planted violations, names, generated files;
// sizes are listed, never failed. Each word runs one check alone.
import { fileURLToPath } from 'node:url';

/** Word, what is promised, and the check: it answers what is wrong, a line each. Loaded when it is its turn. */
// biome-ignore format: a table, read by its rows
const checks = [
  ['types', 'types fit', async () => (await import('./check-types.mjs')).typeProblems()],
  ['format', 'every file is formatted', async () => (await import('./check-format.mjs')).format()],
  ['lint', 'lint, arrows, purity and swallowed errors', async () => (await import('./check-lint.mjs')).lint()],
  ['promises', 'no promise is left alone', async () => (await import('./check-promises.mjs')).promises()],
  ['rules', 'the rules are awake: planted violations are found', async () => (await import('./check-lint.mjs')).plantedViolations()],
  ['names', 'files and doors are named as the style guide says', async () => (await import('./check-parts.mjs')).names()],
  ['packages', 'packages depend only downwards', async () => (await import('./check-parts.mjs')).packages()],
  ['circles', 'no file imports one that imports it', async () => (await import('./check-circles.mjs')).circles()],
  ['uncalled', 'nothing is exported that nobody calls', async () => (await import('./check-uncalled.mjs')).uncalled()],
  ['expressions', 'every regular expression is linear, or its text is bounded', async () => (await import('./check-expressions.mjs')).expressionProblems((await import('./check-parts.mjs')).productSources())],
  ['generated', 'generated files equal their source', async () => (await import('./gen.mjs')).staleFiles()],
  ['fields', 'fields of the document: type, schema, API, mapping and page agree, and keep their types', async () => (await import('./check-fields.mjs')).fields()],
  ['documents', 'schemas and AsyncAPI document are well formed', async () => (await import('./check-documents.mjs')).documents()],
  ['dependencies', 'each direct dependency is told, used, and of one version', async () => (await import('./check-house.mjs')).dependencies()],
  ['supply', 'what we take from others is allowed: licences, install scripts, sums, budget, images, models, lists', async () => (await import('./check-supply.mjs')).supply()],
  ['commands', 'commands and files that our pages name exist', async () => (await import('./check-house.mjs')).commands(checks.map(([word]) => word))],
  ['containers', 'containers: Compose accepts the file, every service is hardened, no secret stands in it', async () => (await import('./check-compose.mjs')).compose()],
];

/** What a check finds; one that cannot run has found that. */
async function findings(check) {
  try {
    return await check();
  } catch (error) {
    return [`the check itself failed: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

/** Runs the checks of these words, or all, and prints what they find. Answers how many passed and failed. */
export async function runChecks({ words = [], withSizes }) {
  const asked = checks.filter(([word]) => words.length === 0 || words.includes(word));
  let failed = 0;
  for (const [, name, check] of asked) {
    const began = Date.now();
    const problems = await findings(check);
    if (problems.length > 0) failed += 1;
    process.stdout.write(
      `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`,
    );
    for (const problem of problems) process.stdout.write(`     ${problem.replaceAll('\n', '\n     ')}\n`);
  }
  if (withSizes)
    for (const { path, count } of (await import('./check-parts.mjs')).sizes())
      process.stdout.write(`long ${path}: ${count} lines\n`);
  return { passed: asked.length - failed, failed };
}

async function main(words) {
  const unknown = words.filter((word) => !checks.some(([known]) => known === word));
  if (unknown.length > 0) {
    process.stderr.write(
      `there is no check "${unknown.join('", "')}"; the words are: ${checks.map(([word]) => word).join(' ')}\n`,
    );
    process.exitCode = 64;
    return;
  }
  const { passed, failed } = await runChecks({ words, withSizes: words.length === 0 });
  process.stdout.write(`${passed} checks passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
