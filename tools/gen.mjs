// `npm run gen`: writes every file that is made from source. `npm run check` compares them.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './setup.mjs';

/** Folders that hold generated files only: what no longer has a source is taken away. */
const generatedFolders = ['docs/schemas', 'docs/api', 'deploy/observability/grafana/boards'];

/** Path and text of every generated file. */
export async function generate() {
  const { schemaFiles } = await import('./gen/schemas.mjs');
  const { asyncApiFiles } = await import('./gen/asyncapi.mjs');
  const { pageFiles } = await import('./gen/pages.mjs');
  const { fieldFiles } = await import('./gen/fields.mjs');
  const { modelFiles } = await import('./gen/models.mjs');
  const { peerFiles } = await import('./gen/peers.mjs');
  const { toldFiles } = await import('./gen/told.mjs');
  const { readTextFiles } = await import('./gen/read-texts.mjs');
  const { observabilityFiles } = await import('./gen/observability.mjs');
  const { cookbookFiles } = await import('./gen/cookbook.mjs');
  const { reliabilityFiles } = await import('./gen/reliability.mjs');
  const { apiSnapshotFiles } = await import('./gen/api-snapshot.mjs');
  const files = [
    ...schemaFiles(),
    ...asyncApiFiles(),
    ...pageFiles(),
    ...fieldFiles(),
    ...modelFiles(),
    ...peerFiles(),
    ...toldFiles(),
    ...readTextFiles(),
    ...observabilityFiles(),
    ...cookbookFiles(),
    ...reliabilityFiles(),
    ...apiSnapshotFiles(),
  ];
  const { generated: describe } = await import('../services/api/src/gen.ts');
  const { clientFiles } = await import('./gen/client.mjs');
  const made = describe();
  files.push(...made.map(({ path, text }) => [path, text]));
  files.push(...(await clientFiles(made.find(({ path }) => path === 'services/api/openapi.json').text)));
  return new Map(files);
}

/** Generated files on disk that have no source any more. */
function leftovers(files) {
  return generatedFolders
    .flatMap((folder) =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
        : [],
    )
    .filter((path) => !files.has(path));
}

/** One line for each file that differs from its source. */
export async function generated() {
  const files = await generate();
  const stale = [...files]
    .filter(
      ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
    )
    .map(([path]) => `${path} differs from its source; run npm run gen`);
  return [...stale, ...leftovers(files).map((path) => `${path} has no source any more; run npm run gen`)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await generate();
  for (const path of leftovers(files)) rmSync(join(root, path));
  let written = 0;
  for (const [path, text] of files) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written += 1;
    process.stdout.write(`wrote ${path}\n`);
  }
  process.stdout.write(`${files.size} generated files, ${written} changed\n`);
}
