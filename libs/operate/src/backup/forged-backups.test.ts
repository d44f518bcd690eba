import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { settings } from '@newsmill/settings';
import { listKeys } from '../keys/api-keys.ts';
import { BackupChanged, BadBackup } from './backup-format.ts';
import {
  fingerprintOf,
  newBackupKey,
  ownBackupKey,
  readBackupKey,
  signBackup,
  type BackupKey,
} from './backup-key.ts';
import { backupMill } from './backup-mill.ts';
import { contentOf, fill, now, sampleKey, sampleTrust, type TestMill } from './backup-samples.contract.ts';
import { UntrustedBackup, type BackupTrust } from './backup-trust.ts';
import { checkBackup } from './check-backup.ts';
import { restoreMill, type Restored } from './restore-mill.ts';
import { useMills } from './use-mills.contract.ts';

const mills = useMills('forged');
const openMill = mills.open;

/** A frame as it stands in the file: its line, and its bytes where it has some. */
interface Part {
  readonly line: Record<string, unknown>;
  readonly bytes?: Buffer;
  /** Instead of the line as JSON. */
  readonly raw?: string;
}
function partsOf(path: string): Part[] {
  const text = zstdDecompressSync(readFileSync(path));
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf(0x0a, at);
    const { bytes, ...line } = JSON.parse(text.subarray(at, end).toString('utf8')) as Record<string, unknown>;
    at = end + 1;
    if (typeof bytes !== 'number') parts.push({ line });
    else parts.push({ line, bytes: text.subarray(at, at + bytes) });
    if (typeof bytes === 'number') at += bytes + 1;
  }
  return parts;
}
const packed = ({ line, bytes, raw }: Part): Buffer =>
  bytes === undefined
    ? Buffer.from(`${raw ?? JSON.stringify(line)}\n`)
    : Buffer.concat([
        Buffer.from(`${JSON.stringify({ ...line, bytes: bytes.length })}\n`),
        bytes,
        Buffer.from('\n'),
      ]);

/** Writes parts as a file whose sums are right; signed by whoever has the key. */
function writeParts(parts: readonly Part[], key?: BackupKey): string {
  const body = Buffer.concat(parts.filter(({ line }) => line['kind'] !== 'trailer').map(packed));
  const counts: Record<string, number> = {};
  for (const { line } of parts)
    if (line['kind'] !== 'trailer') counts[String(line['kind'])] = (counts[String(line['kind'])] ?? 0) + 1;
  const sha256 = createHash('sha256').update(body).digest('hex');
  const path = join(mills.root(), 'forged.backup');
  const { signature } = parts.at(-1)?.line ?? {};
  const proof = key === undefined ? signature : signBackup(key, sha256);
  writeFileSync(
    path,
    zstdCompressSync(
      Buffer.concat([
        body,
        packed({
          line: { kind: 'trailer', counts, sha256, ...(proof === undefined ? {} : { signature: proof }) },
        }),
      ]),
    ),
  );
  return path;
}
/** The file with another frame before its end. */
const withFrame = (parts: readonly Part[], ...frames: readonly Part[]): Part[] => [
  ...parts.slice(0, -1),
  ...frames,
  ...parts.slice(-1),
];
const changed = (
  parts: readonly Part[],
  kind: string,
  change: (line: Record<string, unknown>) => object,
): Part[] =>
  parts.map((part) =>
    part.line['kind'] === kind ? { ...part, line: { ...part.line, ...change(part.line) } } : part,
  );

const plantedKey: Part = {
  line: {
    kind: 'registry',
    record: {
      of: 'api-key',
      id: '0123456789abcdef',
      value: { name: 'planted', scope: 'admin', hash: 'f'.repeat(64), createdAt: 1 },
    },
  },
};

async function sample(): Promise<{ readonly parts: Part[]; readonly path: string; readonly mill: TestMill }> {
  const mill = await openMill('first');
  await fill(mill);
  const path = join(mills.root(), 'mill.backup');
  await backupMill(mill, {
    path,
    sources: mill.sources,
    version: '0.1.0',
    form: 'embedded',
    withArchive: true,
    key: sampleKey,
    now,
  });
  return { parts: partsOf(path), path, mill };
}
/** The frames of a sample; made once. */
let known: readonly Part[] | undefined;
async function sampleParts(): Promise<readonly Part[]> {
  known ??= (await sample()).parts;
  return known;
}
async function restoreInto(
  mill: TestMill,
  path: string,
  change: { readonly withKeys?: boolean; readonly trust?: BackupTrust } = {},
): Promise<Restored> {
  const checked = await checkBackup(path, change.trust ?? sampleTrust);
  return restoreMill(mill, {
    path,
    checked,
    withKeys: change.withKeys ?? false,
    sources: mill.sources,
    merge: false,
    now,
  });
}
/** Refused, and nothing at all was written. */
async function expectRefused(
  path: string,
  error: new (...parts: never[]) => Error,
  words: RegExp,
  trust: BackupTrust = sampleTrust,
): Promise<void> {
  const other = await openMill(`other${mills.all.length}`);
  const refusal = restoreInto(other, path, { trust });
  await expect(refusal).rejects.toThrow(words);
  await expect(refusal).rejects.toBeInstanceOf(error);
  expect(existsSync(other.sources)).toBe(false);
  expect(await contentOf({ ...other, sources: mills.root() })).toEqual([]);
}

describe('a forged backup', () => {
  it('plants no admin key: without the key of the mill it is refused, whatever its sums are', async () => {
    const parts = await sampleParts();
    const planted = withFrame(parts, plantedKey);
    await expectRefused(writeParts(planted), BadBackup, /its signature is wrong/);
    const stranger = newBackupKey();
    await expectRefused(writeParts(planted, stranger), BadBackup, /its signature is wrong/);
    const honest = changed(planted, 'manifest', () => ({ signer: stranger.publicKey }));
    await expectRefused(
      writeParts(honest, stranger),
      UntrustedBackup,
      new RegExp(
        `signed by ${stranger.fingerprint}, but this mill signs as ${sampleKey.fingerprint}; nothing was changed.*--signed-by`,
      ),
    );
  });
  it('is refused when its signature is taken off, also as a file of before', async () => {
    const parts = await sampleParts();
    const stripped = changed(parts, 'trailer', () => ({ signature: undefined }));
    await expectRefused(writeParts(stripped), BadBackup, /its signature was removed/);
    const old = changed(stripped, 'manifest', () => ({ format: 2, signer: undefined }));
    await expectRefused(
      writeParts(old),
      UntrustedBackup,
      /is not signed .*anybody may have written.*--trust-unsigned/,
    );
  });
  it('is refused when frames were swapped or left out', async () => {
    const parts = await sampleParts();
    const swapped = [...parts];
    const [a, b] = [3, 4];
    [swapped[a], swapped[b]] = [parts[b] ?? plantedKey, parts[a] ?? plantedKey];
    for (const forged of [swapped, parts.filter((_, i) => i !== 3)])
      await expectRefused(writeParts(forged), BadBackup, /its signature is wrong/);
  });

  const source = (name: string): Part => ({ line: { kind: 'source', name, text: 'id: a\n' } });
  const message = (topic: string): Part => ({
    line: { kind: 'message', topic, key: 'k', headers: {} },
    bytes: Buffer.from('x'),
  });
  const record = (of: string, id: string, value: unknown = {}): Part => ({
    line: { kind: 'registry', record: { of, id, value } },
  });
  const entry = (kind: string): Part => ({
    line: { kind: 'state', record: { kind, entry: { key: 'k', value: 'v' } } },
  });
  const file = (name: string): readonly Part[] => [
    { line: { kind: 'file', name } },
    { line: { kind: 'piece' }, bytes: Buffer.from('x') },
    { line: { kind: 'file-end' } },
  ];
  const forgeries: readonly (readonly [string, readonly Part[], RegExp])[] = [
    [
      'a source file outside of its folder',
      [source('../evil.yaml')],
      /source, name: a name of a source file/,
    ],
    ['a source file with another ending', [source('evil.mjs')], /source, name/],
    ['a hidden source file', [source('.evil.yaml')], /source, name/],
    [
      'a file of the archive elsewhere',
      file('../../etc/cron.d/evil'),
      /file, name: a name of an archive's file/,
    ],
    ['a file of the archive without an end', file('20261124-0-000000000.warc').slice(0, 2), /has no end/],
    ['pieces of no file', file('20261124-0-000000000.warc').slice(1), /has no beginning/],
    [
      'a message in a topic of others',
      [message('someone.elses.topic')],
      /message, topic: a topic in which messages wait/,
    ],
    ['a message that was never made', [message('newsmill.channel.pushed')], /message, topic/],
    ['a session', [record('session', 'a'.repeat(43), { scope: 'admin' })], /registry, record/],
    ['a kind of record that there is none of', [record('__proto__', 'a')], /registry, record/],
    ['a record with an id beyond measure', [record('takedown', 'x'.repeat(300))], /registry, record/],
    ['a key without a hash', [record('api-key', 'k', { name: 'x', scope: 'admin' })], /registry, record/],
    ['a kind of state that there is none of', [entry('secret')], /state, record/],
    [
      'a kind of frame that there is none of',
      [{ line: { kind: 'command', run: 'rm' } }],
      /"command", which does not belong in a backup/,
    ],
    ['two beginnings', [{ line: { kind: 'manifest', format: 3, newsmill: '1' } }], /begins twice/],
    [
      'a line that is nested without end',
      [
        {
          line: { kind: 'state' },
          raw: `{"kind":"state","record":${'['.repeat(60_000)}${']'.repeat(60_000)}}`,
        },
      ],
      /nested too deep/,
    ],
  ];
  it.each(forgeries)(
    'with %s is refused before anything is written, even when we are told to trust it',
    async (_name, frames, words) => {
      const parts = await sampleParts();
      const refusal = checkBackup(writeParts(withFrame(parts, ...frames), sampleKey), sampleTrust);
      await expect(refusal).rejects.toThrow(words);
      await expect(refusal).rejects.toBeInstanceOf(BadBackup);
    },
  );
  it('is refused by its lengths before they are believed', async () => {
    const parts = await sampleParts();
    for (const text of [
      '{"kind":"piece","bytes":99999999999}\n',
      '{"kind":"piece","bytes":-1}\n',
      '{"kind":"piece","bytes":"many"}\n',
    ]) {
      const path = join(mills.root(), 'long.backup');
      writeFileSync(
        path,
        zstdCompressSync(Buffer.concat([...parts.slice(0, 1).map(packed), Buffer.from(text)])),
      );
      await expectRefused(path, BadBackup, /it is not a newsmill backup/);
    }
    const bomb = join(mills.root(), 'bomb.backup');
    writeFileSync(
      bomb,
      zstdCompressSync(Buffer.concat([...parts.slice(0, 1).map(packed), Buffer.alloc(200_000_000, 'x')])),
    );
    const before = process.memoryUsage().rss;
    await expectRefused(bomb, BadBackup, /a line in it has no end/);
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  }, 240_000);
  it('is noticed when it is put in the place of the one that was checked', async () => {
    const { parts, path } = await sample();
    const other = await openMill('other');
    const checked = await checkBackup(path, sampleTrust);
    const forged = writeParts(withFrame(parts, plantedKey), sampleKey);
    await expect(
      restoreMill(other, {
        path: forged,
        checked,
        withKeys: false,
        sources: other.sources,
        merge: false,
        now,
      }),
    ).rejects.toBeInstanceOf(BackupChanged);
    expect(await listKeys(other.registry)).toEqual([]);
  });
});

describe('powers in a backup', () => {
  const powers: readonly Part[] = [
    plantedKey,
    {
      line: {
        kind: 'registry',
        record: {
          of: 'saved-search',
          id: 's9',
          value: {
            name: 'Spy',
            q: '',
            collapse: 'family',
            throttle: 0,
            enabled: true,
            webhook: { url: 'https://evil.example/', allowPrivate: true },
            createdAt: 1,
            updatedAt: 1,
          },
        },
      },
    },
    { line: { kind: 'registry', record: { of: 'webhook-secret', id: 's9', value: { secret: 'whsec_x' } } } },
    {
      line: {
        kind: 'registry',
        record: {
          of: 'alert-state',
          id: 's9',
          value: { cursor: 'c', ranAt: 1, told: [], gathered: [], missed: 0, deliveries: [], sent: 0 },
        },
      },
    },
    {
      line: {
        kind: 'state',
        record: {
          kind: 'entry',
          entry: {
            key: 'websub:subscription:channel:1',
            value: '{"hub":"https://hub.example/","token":"t","secret":"s"}',
            expiresAt: Date.now() + 1e9,
          },
        },
      },
    },
    {
      line: {
        kind: 'state',
        record: {
          kind: 'entry',
          entry: { key: 'websub:token:t', value: 'channel:1', expiresAt: Date.now() + 1e9 },
        },
      },
    },
    { line: { kind: 'source', name: 'inside.yaml', text: 'id: inside\nallowPrivate: ["10.0.0.1:80"]\n' } },
    {
      line: {
        kind: 'source',
        name: 'secret.yaml',
        text: 'id: secret\nheaders: { authorization: "${NEWSMILL_SECRET_X}" }\n',
      },
    },
    {
      line: {
        kind: 'source',
        name: 'file.yaml',
        text: 'id: file\nchannels: [{ kind: warc, url: "file:///etc/passwd" }]\n',
      },
    },
    {
      line: {
        kind: 'source',
        name: 'hidden.yaml',
        text: 'id: hidden\nchannels: [{ kind: warc, url: " FI\\nLE:///etc/passwd" }]\n',
      },
    },
    { line: { kind: 'source', name: 'broken.yaml', text: 'id: [\n' } },
  ];
  const names = [
    'API key "reader" (scope read, id k1)',
    'API key "planted" (scope admin, id 0123456789abcdef)',
    'saved search "Spy" with a webhook (to "https://evil.example/", which may be private, id s9)',
    'secret of a webhook (of the saved search s9)',
    'subscription to the hub "https://hub.example/" (of channel:1), whose pushes are trusted',
    'source file inside.yaml (asks private addresses: 10.0.0.1:80)',
    'source file secret.yaml (sends headers: authorization: ${NEWSMILL_SECRET_X})',
    'source file file.yaml (reads files of this machine)',
    'source file hidden.yaml (reads files of this machine)',
    'source file broken.yaml (it cannot be read)',
  ];
  const kindsOf = async (mill: TestMill) => {
    const kinds: string[] = [];
    for await (const { kind, id } of mill.registry.exportRecords()) kinds.push(`${kind}/${id}`);
    return kinds.sort();
  };

  it('are named one by one, and left out unless they are asked for', async () => {
    const parts = await sampleParts();
    const path = writeParts(withFrame(parts, ...powers), sampleKey);
    expect((await checkBackup(path, sampleTrust)).grants.map(({ what }) => what)).toEqual(names);
    const other = await openMill('other');
    await restoreInto(other, path);
    expect(await kindsOf(other)).toEqual(['dead-receipt/d1', 'saved-search/s1']);
    expect(readdirSync(other.sources).sort()).toEqual(['a.yaml', 'b.yml']);
    expect(
      (
        await other.state.read(
          ['websub:subscription:channel:1', 'websub:token:t', 'robots:https://a.example'],
          now,
        )
      ).size,
    ).toBe(1);
    const trusting = await openMill('trusting');
    await restoreInto(trusting, path, { withKeys: true });
    expect(await kindsOf(trusting)).toEqual([
      'alert-state/s9',
      'api-key/0123456789abcdef',
      'api-key/k1',
      'dead-receipt/d1',
      'saved-search/s1',
      'saved-search/s9',
      'webhook-secret/s9',
    ]);
    expect(readdirSync(trusting.sources).sort()).toEqual([
      'a.yaml',
      'b.yml',
      'broken.yaml',
      'file.yaml',
      'hidden.yaml',
      'inside.yaml',
      'secret.yaml',
    ]);
    expect((await trusting.state.read(['websub:subscription:channel:1', 'websub:token:t'], now)).size).toBe(
      2,
    );
  });
});

describe('whose backup it is', () => {
  it('is known by its key: our own, one that was compared, or none at all when that is said', async () => {
    const { path, parts } = await sample();
    const whole = { signedBy: [sampleKey.fingerprint], unsigned: false };
    expect((await checkBackup(path, whole)).signer).toBe(sampleKey.fingerprint);
    await expect(checkBackup(path, { signedBy: [], unsigned: true })).rejects.toThrow(
      /this mill has no key yet/,
    );
    const old = writeParts(
      changed(
        changed(parts, 'trailer', () => ({ signature: undefined })),
        'manifest',
        () => ({ format: 2, signer: undefined }),
      ),
    );
    const checked = await checkBackup(old, { signedBy: [], unsigned: true });
    expect(checked.signer).toBeUndefined();
    const other = await openMill('other');
    await restoreInto(other, old, { withKeys: true, trust: { signedBy: [], unsigned: true } });
    expect(await contentOf(other)).toEqual(await contentOf(mills.all[0] ?? other));
  });
  it('is a key that the first backup makes, for its owner alone, or the file that a setting names', () => {
    const place = { data: join(mills.root(), 'mill'), backupKey: undefined };
    expect(readBackupKey(place)).toBeUndefined();
    const key = ownBackupKey(place);
    expect(statSync(join(mills.root(), 'mill', 'backup.key')).mode & 0o777).toBe(0o600);
    expect(ownBackupKey(place).fingerprint).toBe(key.fingerprint);
    expect(key.fingerprint).toBe(fingerprintOf(key.publicKey));
    expect(key.fingerprint).toMatch(/^SHA256:[\w-]{43}$/);
    const elsewhere = { ...place, backupKey: join(mills.root(), 'mill', 'backup.key') };
    expect(readBackupKey(elsewhere)?.fingerprint).toBe(key.fingerprint);
    writeFileSync(join(mills.root(), 'bad.key'), 'no key');
    expect(() => readBackupKey({ ...place, backupKey: join(mills.root(), 'bad.key') })).toThrow(
      /bad\.key cannot be read as the key/,
    );
    expect(() => ownBackupKey({ ...place, backupKey: join(mills.root(), 'bad.key', 'within') })).toThrow(
      new RegExp(`cannot be saved .*${settings.backupKey.env}`),
    );
  });
});
