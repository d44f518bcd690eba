// `node deploy/try-image.mjs [embedded] [full] [--keep]`: tries the containers without a container engine.
// Needs root (name spaces, overlay file systems), about 2 GB of memory, and the servers of the tests (Kafka,
// Elasticsearch, Redis: see test/servers). It carries out deploy/Dockerfile, then runs the command and the
// environment of each service of docker-compose.yml as its user, on the image's files, read-only, without
// capabilities, under its limits. docs/run-in-production.md says what this proves and what it does not.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptInstall, hasCommand } from '../tools/apt-install.mjs';
import { buildImage } from './try/build-image.mjs';
import { copyContext } from './try/build-context.mjs';
import { runCommand } from './try/run-command.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, 'node_modules', '.bin', 'node');
const began = Date.now();
const say = (text) =>
  process.stdout.write(`${((Date.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${text}\n`);
const words = process.argv.slice(2);
const forms = ['embedded', 'full'].filter((form) => words.includes(form));

/**
 * Inside name spaces of its own: what is mounted is gone, and what was started is ended, when this process
 * ends.
 */
function enterNameSpaces() {
  if (process.getuid?.() !== 0)
    throw new Error('try-image needs root: it mounts file systems and changes users');
  if (!hasCommand('ip')) aptInstall(['iproute2']);
  const result = spawnSync(
    'unshare',
    [
      '--mount',
      '--pid',
      '--fork',
      '--mount-proc',
      '--kill-child',
      node,
      fileURLToPath(import.meta.url),
      ...words,
    ],
    { stdio: 'inherit', env: { ...process.env, TRY_IMAGE: 'inside' } },
  );
  process.exitCode = result.status ?? 1;
}

function tryImage() {
  const folder = mkdtempSync('/tmp/newsmill-image-');
  try {
    runCommand('mount', ['-t', 'tmpfs', '-o', 'size=4g,mode=755', 'tmpfs', folder]);
    const context = join(folder, 'context');
    mkdirSync(context);
    copyContext(root, context);
    const image = buildImage({
      dockerfile: join(root, 'deploy', 'Dockerfile'),
      context,
      folder: join(folder, 'stages'),
      node,
      say,
    });
    // The last layer is what the image adds to its base.
    say(
      `the image adds ${runCommand('du', ['-shx', image.layers[0]]).split('\t')[0]} to its base, ${runCommand('find', [image.layers[0], '-type', 'f']).split('\n').length - 1} files`,
    );
    writeFileSync(join(folder, 'image.json'), JSON.stringify(image));
    const args = [
      '--net',
      node,
      '--conditions=newsmill-source',
      '--disable-warning=ExperimentalWarning',
      join(root, 'deploy', 'try', 'run-services.mjs'),
      folder,
      ...(forms.length === 0 ? ['embedded', 'full'] : forms),
    ];
    process.exitCode = spawnSync('unshare', args, { stdio: 'inherit', cwd: root }).status ?? 1;
    if (words.includes('--keep')) spawnSync('sh', { stdio: 'inherit', cwd: folder });
  } finally {
    runCommand('umount', ['--recursive', '--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.env.TRY_IMAGE === 'inside') tryImage();
else enterNameSpaces();
