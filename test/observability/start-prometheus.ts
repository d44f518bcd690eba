import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { freePort } from '../servers/free-ports.ts';
import { ensurePrometheus } from '../servers/native/install-tools.ts';
import { withDeathSignal } from '../servers/native/run-command.ts';

/** A Prometheus that works for one test. */
export interface Prometheus {
  /** The data of an answer of its API; throws with its words where it refuses. */
  ask(path: string, query?: Readonly<Record<string, string>>): Promise<unknown>;
  stop(): Promise<void>;
}

/** A hang guard. */
const startLimitMs = 60_000;
const rules = fileURLToPath(new URL('../../deploy/observability/rules.yml', import.meta.url));

/** Starts the Prometheus of Debian with the rules of the project; it scrapes `targets` (host:port) every second. */
export async function startPrometheus(targets: readonly string[]): Promise<Prometheus> {
  const { prometheus } = await ensurePrometheus((text) => process.stderr.write(`newsmill test: ${text}\n`));
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-prometheus-'));
  const config = join(folder, 'prometheus.yml');
  writeFileSync(
    config,
    stringify({
      global: { scrape_interval: '1s', evaluation_interval: '2s' },
      rule_files: [rules],
      scrape_configs: [{ job_name: 'newsmill', static_configs: [{ targets }] }],
    }),
  );
  const port = await freePort();
  const child = spawn(
    ...withDeathSignal(prometheus, [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ]),
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4_000)));
  const ended = once(child, 'exit');
  const address = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const end = Date.now() + startLimitMs; !(await isReady()); await sleep(200))
    if (Date.now() > end || child.exitCode !== null) throw new Error(`Prometheus does not start: ${said}`);
  return {
    async ask(path, query = {}) {
      const answer = await fetch(`${address}/api/v1/${path}?${new URLSearchParams(query).toString()}`);
      const { status, data, error }: { status: string; data: unknown; error?: string } = await answer.json();
      if (status !== 'success') throw new Error(`${path} ${JSON.stringify(query)}: ${error ?? status}`);
      return data;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
