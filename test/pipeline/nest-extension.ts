import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Writes the files that docs/extensions.md shows, with nothing else, below a folder; answers their paths. */
export function writeNestExtension(folder: string): readonly string[] {
  const page = readFileSync(join(root, 'docs', 'extensions.md'), 'utf8');
  const files = [...page.matchAll(/```(?:ts|json)\n\/\/ (services\/tone\/\S+)\n([^]*?)```/g)];
  for (const [, path = '', text = ''] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return files.map(([, path = '']) => path);
}

/** Runs it from its sources, with the settings of the other services. */
export function startNestExtension(folder: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  return spawn(
    join(root, 'node_modules/.bin/node'),
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      new URL('../../tools/from-sources.mjs', import.meta.url).href,
      join(folder, 'services/tone/src/main.ts'),
    ],
    { env: { ...inherited, ...settings }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
}
