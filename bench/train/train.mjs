/**
 * The whole training, from the pages of the pack to the weights that are shipped and to those of the five
 * folds. Usage: node bench/train/train.mjs [--pack FOLDER] [--out FOLDER] [--python FILE] [--only
 * body,metadata,kind] [--version N] Seeds are fixed and LightGBM is told to be deterministic: the same pack, packages and
 * number of threads give the same weights.
 * --only trains a part again over the files that an earlier run left in --out; a later training reads what the
 * earlier ones wrote.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const bench = process.env['NEWSMILL_BENCH'] ?? resolve(root, '../shared/bench');
const { values } = parseArgs({
  options: {
    pack: { type: 'string', default: join(bench, 'extraction') },
    out: { type: 'string', default: join(tmpdir(), 'train') },
    python: { type: 'string', default: 'python3' },
    only: { type: 'string' },
    version: { type: 'string', default: '1' },
  },
});
const { pack, python } = values;
const at = (name) => join(values.out, name);
const script = (name) => join(root, 'bench/train', name);

const typescript = (name, ...words) => [
  process.execPath,
  '--conditions=newsmill-source',
  '--disable-warning=ExperimentalWarning',
  script(name),
  ...words,
];
const learn = (name, ...words) => [python, script(name), ...words];
const write = (kind) =>
  typescript('models/write-page-models.ts', kind, at(`${prefixes[kind]}.final.json`), values.version);

/** Prefixes of the files in --out. */
const prefixes = { body: 'body', metadata: 'meta', kind: 'kind' };

/**
 * What is trained, in this order: its name in a fold file, the prefix of its files in --out, its commands.
 */
const trainings = [
  {
    name: 'body',
    prefix: 'body',
    commands: [
      typescript('write-blocks.ts', pack, at('body')),
      learn('label.py', pack, at('body')),
      learn('train_body.py', pack, at('body')),
    ],
  },
  {
    name: 'metadata',
    prefix: 'meta',
    commands: [
      typescript('write-candidates.ts', pack, at('body'), at('meta.jsonl')),
      learn('train_metadata.py', pack, at('meta.jsonl'), at('meta')),
    ],
  },
  {
    name: 'kind',
    prefix: 'kind',
    commands: [
      typescript('write-kinds.ts', pack, at('body'), at('meta'), at('kind.jsonl')),
      learn('train_kind.py', pack, at('kind.jsonl'), at('kind')),
    ],
  },
];

function run([command, ...words]) {
  process.stdout.write(`\n${words.filter((word) => /\.(ts|py)$/.test(word))[0] ?? command}\n`);
  const done = spawnSync(command, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PYTHONHASHSEED: '0', OMP_WAIT_POLICY: 'passive', PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (done.status !== 0)
    throw new Error(`${words.join(' ')} ended with ${done.error?.message ?? done.status ?? done.signal}`);
}

/**
 * One file a fold with all of its models, for the out-of-fold figures of `npm run bench -- extraction` and of
 * the floors.
 */
function writeFolds() {
  mkdirSync(script('folds'), { recursive: true });
  for (const fold of [0, 1, 2, 3, 4]) {
    const models = trainings.map(({ name, prefix }) => [
      name,
      JSON.parse(readFileSync(at(`${prefix}.fold${fold}.json`), 'utf8')),
    ]);
    writeFileSync(
      join(script('folds'), `fold${fold}.json`),
      `${JSON.stringify(Object.fromEntries(models), null, 1)}\n`,
    );
  }
}

if (!existsSync(join(pack, 'manifest.jsonl'))) {
  process.stderr.write(`No extraction pack at ${pack}; name one with --pack or NEWSMILL_BENCH.\n`);
  process.exitCode = 78;
} else {
  mkdirSync(values.out, { recursive: true });
  const wanted = values.only?.split(',');
  const chosen = trainings.filter(({ name }) => wanted === undefined || wanted.includes(name));
  for (const { commands } of chosen) commands.forEach(run);
  // Last: models of another version than the code names cannot be loaded, and the trainings load the others.
  for (const { name } of chosen) run(write(name));
  writeFolds();
  process.stdout.write('\nwritten: libs/models/files and bench/train/folds; now run npm run gen\n');
}
