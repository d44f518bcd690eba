// `node deploy/collect-runtime.mjs FOLDER`: copies what the built mill needs at run time, packages from
// elsewhere excepted: of each part its package.json and what that names under `files`, the list of well-known
// sources, and the scripts of the image.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scripts = [
  'deploy/healthcheck.mjs',
  'deploy/setup-elasticsearch.mjs',
  'deploy/check-env.mjs',
  'deploy/env-names.mjs',
  'deploy/sources',
  'LICENSE',
];
/** For compilers and debuggers only. */
const isIdle = (path) => /\.(d\.ts|js\.map|tsbuildinfo)$/.test(path);

/** Paths of the parts, such as `libs/clean`. */
function parts() {
  return ['libs', 'services'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(group, entry.name)),
  );
}

function runtimePaths() {
  return parts().flatMap((part) => {
    const { files = [] } = JSON.parse(readFileSync(join(root, part, 'package.json'), 'utf8'));
    return ['package.json', ...files].map((file) => join(part, file));
  });
}

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('usage: node deploy/collect-runtime.mjs FOLDER');
for (const path of [...runtimePaths(), ...scripts]) {
  if (!existsSync(join(root, path))) throw new Error(`${path} is missing; run node tools/setup.mjs first`);
  mkdirSync(dirname(join(target, path)), { recursive: true });
  cpSync(join(root, path), join(target, path), { recursive: true, filter: (source) => !isIdle(source) });
}
