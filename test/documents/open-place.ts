import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookbookArticles, cookbookLinks } from '../../services/api/src/testing/cookbook-articles.ts';
import { openSeededApp, seededKey } from '../../services/api/src/testing/seeded-app.ts';
import { openSqliteLibrary } from '@newsmill/store';
import type { Ended } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';
import { root } from './read-documents.ts';

/** A hang guard, not a measure. */
const patienceMs = 120_000;
const storyPath = '/en/2026/10/tram-line-seven-returns';

/** Where a reader of the documents sits: a folder with a running mill and the files that the pages name. */
export interface Place {
  /** Of the mill with the demonstration paper, such as `http://127.0.0.1:41234`. */
  readonly address: string;
  /** The admin key that opens it now. */
  readonly key: string;
  readonly folder: string;
  /** Of an API over the articles of the cookbook; its key is `cookbookKey`. */
  readonly cookbook: string;
  readonly cookbookKey: string;
  /** Runs a command as the reader's shell does; `at` is the mill that http://127.0.0.1:8080 stands for. */
  run(text: string, environment?: Readonly<Record<string, string>>, at?: string): Promise<Ended>;
  close(): Promise<void>;
}

/** Starts the mill and fills the folder. */
export async function openPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-documents-'));
  const data = join(folder, 'data');
  // An empty folder of sources: well-known public feeds are none of a test's business.
  mkdirSync(join(data, 'sources'), { recursive: true });
  const mill = await startMill({ data });
  await untilAtRest(mill.address, 20, 200_000);
  const paper = `http://127.0.0.1:${readFileSync(join(data, 'demonstration.port'), 'utf8').trim()}`;
  /** A document may have renewed it. */
  const ownKey = () => readFileSync(join(data, 'admin.key'), 'utf8').trim();
  const isTaken = async (key: string) =>
    (await fetch(`${mill.address}/api/v1/keys`, { headers: { authorization: `Bearer ${key}` } })).ok;

  const library = await openSqliteLibrary({ path: join(folder, 'cookbook.db'), searchLimitMs: 60_000 });
  await library.prepare();
  await library.write(cookbookArticles);
  await library.link(cookbookLinks);
  await library.refresh();
  const cookbook = await openSeededApp({ library, now: Date.now });

  const receiver = createServer((_, reply) => reply.writeHead(204).end());
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const bound = receiver.address();
  const hook = `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}/hook`;

  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'curl'), '#!/bin/sh\nPATH=${PATH#*:} exec curl -sS --fail-with-body "$@"\n');
  chmodSync(join(bin, 'curl'), 0o755);
  symlinkSync(join(root, 'newsmill'), join(folder, 'newsmill'));
  const story = await (await fetch(`${paper}${storyPath}`)).text();
  writeFileSync(join(folder, 'story.html'), story);
  writeFileSync(
    join(folder, 'in.jsonl'),
    `${JSON.stringify({ id: 'a', url: `${paper}${storyPath}`, html: 'story.html' })}\n`,
  );
  const rows = Array.from({ length: 40 }, (_, at) => ({
    title: at % 2 === 0 ? 'The match ends level' : 'The bank raises its rate',
    text:
      at % 2 === 0 ? 'The striker scored a late goal in the cup.' : 'Inflation and interest worry markets.',
    label: at % 2 === 0 ? 'sport' : 'money',
  }));
  writeFileSync(join(folder, 'rows.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  // The publication whose pages the documents record: the demonstration paper.
  const courier = {
    id: 'harbour-courier',
    name: 'The Harbour Courier',
    channels: [{ url: `${paper}/en/feed.xml`, interval: '7d' }],
    allowPrivate: [new URL(paper).host],
  };
  writeSources(join(data, 'sources'), [courier]);
  // The files of a pull request.
  writeSources(join(folder, 'checkout', 'sources'), [{ ...courier, tags: ['local'] }]);

  function spawned(text: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
    const plain = Object.entries(process.env).filter(
      ([name]) => name !== 'NODE_OPTIONS' && !name.startsWith('NEWSMILL_'),
    );
    return new Promise((resolve) => {
      const child = spawn('sh', ['-c', text], {
        cwd: folder,
        env: { ...Object.fromEntries(plain), PATH: `${bin}:${process.env['PATH']}`, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
      child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
      const guard = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      child.once('close', (code) => {
        clearTimeout(guard);
        resolve({ code, stdout, stderr });
      });
    });
  }
  async function said(text: string): Promise<string> {
    const { code, stdout, stderr } = await spawned(text, {});
    if (code !== 0) throw new Error(`${text}: exit code ${String(code)}: ${stderr}`);
    return stdout;
  }
  const idIn = (text: string) => /\b[0-9a-f]{16}\b/.exec(text)?.[0] ?? 'none';
  const search = () => said(`./newsmill alerts add Trams tram --webhook ${hook} --allow-private`).then(idIn);
  const savedSearches = { test: await search(), remove: await search() };
  await said('./newsmill keys add documents --scope read');
  const keyId = idIn(await said('./newsmill keys list'));
  const fingerprint = /SHA256:\S+/.exec(await said('./newsmill backup first.backup'))?.[0] ?? '';

  const exported = await (await fetch(`${mill.address}/api/v1/export`)).text();
  const cursor = /"cursor":"([^"]+)","end":true/.exec(exported)?.[1] ?? '';

  /** What stands for something in the documents, and what it stands for here. */
  const standing: readonly (readonly [RegExp, string])[] = [
    [/https:\/\/paper\.example\/story|https:\/\/courier\.example\/news\/1842/g, `${paper}${storyPath}`],
    [/https:\/\/paper\.example/g, `${paper}/ --allow-private ${new URL(paper).host}`],
    [/alerts (test|edit|deliveries) ID/g, `alerts $1 ${savedSearches.test}`],
    [/alerts remove ID/g, `alerts remove ${savedSearches.remove}`],
    [/0f3a9c5e71b2d846/g, keyId],
    [/SHA256:…/g, fingerprint],
  ];
  return {
    address: mill.address,
    get key() {
      return ownKey();
    },
    folder,
    cookbook: cookbook.address,
    cookbookKey: seededKey,
    async run(text, environment = {}, at = mill.address) {
      const before = ownKey();
      const real = standing.reduce((rest, [from, to]) => rest.replaceAll(from, to), text);
      const ended = await spawned(real.replaceAll('http://127.0.0.1:8080', at), {
        KEY: before,
        CURSOR: cursor,
        ...environment,
      });
      if (ownKey() !== before) await untilWithin(patienceMs)('the new key', () => isTaken(ownKey()));
      return ended;
    },
    async close() {
      await mill.stop();
      await cookbook.close();
      await library.close();
      receiver.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
