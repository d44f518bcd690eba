import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { isOnEngine, readDocuments } from '../documents/read-documents.ts';
import { freePort } from '../servers/free-ports.ts';
import { baseImage, startLimitMs } from './compose-steps.ts';
import { describeOnEngine } from './describe-on-engine.ts';
import { root, type ContainerEngine } from './find-engine.ts';

/** What a stranger has of newsmill: the folder, with nothing installed in it. */
function copyOfCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-stranger-'));
  for (const name of [
    ...['package.json', 'package-lock.json', 'LICENSE', 'libs', 'services', 'tools', 'deploy'],
    ...['.dockerignore', '.npmrc', '.env.example', 'docker-compose.yml'],
  ])
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/\/(?:node_modules|dist|dist-client)$/.test(path),
    });
  return folder;
}

/**
 * A folder with the command `docker` of this engine. Its client may lack Compose, which is a command of its own
 * then; and only the network of this machine may reach a registry of packages.
 */
function clientOf({ client, isOwn }: ContainerEngine, hasCompose: boolean, folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const script = [
    '#!/bin/sh',
    ...(hasCompose ? [] : ['[ "$1" = compose ] && shift && exec docker-compose "$@"']),
    ...(isOwn ? ['export DOCKER_BUILDKIT=1'] : []),
    '[ "$1" = build ] && shift && set -- build --network=host "$@"',
    `exec ${client} "$@"`,
  ];
  writeFileSync(join(bin, 'docker'), `${script.join('\n')}\n`);
  chmodSync(join(bin, 'docker'), 0o755);
  return bin;
}

await describeOnEngine('the first minutes with Docker alone', [baseImage], (engine) => {
  const blocks = readDocuments().flatMap((page) =>
    page.blocks.flatMap((block) => (block.language === 'sh' && isOnEngine(page, block) ? [block.text] : [])),
  );
  const tag = `newsmill-test:${randomBytes(4).toString('hex')}`;
  const said: string[] = [];
  let folder: string;
  let environment: Readonly<Record<string, string | undefined>>;
  let port: number;

  /** Runs lines as they stand in the page, but for what others on this machine may have: port and tag. */
  async function run(lines: string): Promise<string> {
    const own = lines.replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`).replaceAll('newsmill:0.1.0', tag);
    const { stdout } = await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', own], {
      cwd: folder,
      env: environment,
      timeout: startLimitMs,
      maxBuffer: 64_000_000,
    });
    return stdout;
  }

  beforeAll(async () => {
    port = await freePort();
    folder = copyOfCheckout();
    const { PATH = '', HOME } = process.env;
    const hasCompose = await engine.docker(['compose', 'version']).then(
      () => true,
      () => false,
    );
    environment = {
      PATH: [clientOf(engine, hasCompose, folder), PATH].join(delimiter),
      HOME,
      ...(engine.host === undefined ? {} : { DOCKER_HOST: engine.host }),
      NEWSMILL_IMAGE: tag,
      NEWSMILL_API_PORT: String(port),
    };
  });
  afterAll(async () => {
    await run('docker compose --profile embedded down --volumes --timeout 5').catch(() => undefined);
    await engine.docker(['image', 'rm', '--force', tag]).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  it('stand in the documents, from nothing to the end', () => {
    expect(blocks.map((block) => block.split('\n')[0])).toEqual([
      'deploy/make-env',
      expect.stringMatching(/^until curl /),
      expect.stringMatching(/newsmill sources list$/),
      expect.stringMatching(/^echo 'NEWSMILL_USER_AGENT=/),
      expect.stringMatching(/ logs /),
      'docker compose --profile embedded down',
    ]);
  });

  it(
    'run as they are written, each block after the other',
    async () => {
      for (const block of blocks) said.push(await run(block));
      const [, found, listed, set, told] = said;
      expect(found).toMatch(/"title"/);
      expect(listed).toMatch(/demo/);
      expect(set?.trim().split('\n').at(-1)).toBe('paper-watch/1.0 (+https://watch.example/bot)');
      expect(told).toMatch(/^NEWSMILL_ADMIN_KEY=\w{48}$/m);
    },
    3 * startLimitMs,
  );

  it('are told of a name in .env that is no setting, before anything starts', async () => {
    const up = 'docker compose --profile embedded up -d';
    const wrong = ['NEWSMILL_PROT=1', 'NEWSMILL_DATA=/elsewhere', 'NEWSMILL_SECRET_PAPER=x'].join('\\n');
    await expect(run(`cp .env .env.good; printf '${wrong}\\n' >> .env; ${up}`)).rejects.toThrow();
    const log = await run('docker compose --profile embedded logs --no-color env-check');
    expect(log).toContain('.env: NEWSMILL_PROT is no setting; did you mean NEWSMILL_PORT?');
    expect(log).toContain('NEWSMILL_SECRET_PAPER in .env has no effect: secrets of sources go into the file');
    const ids = await run('docker compose --profile embedded ps -q mill');
    expect(ids.trim() === '' ? '' : await run(`docker inspect -f {{.State.Running}} ${ids}`)).not.toMatch(
      /true/,
    );
    await run(`mv .env.good .env; ${up}; docker compose --profile embedded down`);
  }, 180_000);

  it('end with no container left', async () => {
    expect((await run('docker compose --profile embedded ps -q')).trim()).toBe('');
  });
});
