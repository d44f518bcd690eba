import {
  addKey,
  addSavedSearch,
  alertRecords,
  appendChange,
  changeKinds,
  keepBackupReceipt,
  openSession,
  type ChangeKind,
  type MillPorts,
} from '@newsmill/operate';
import { SavedSearchInput } from '@newsmill/contracts';
import { seededKey } from '../../services/api/src/testing/seeded-app.ts';
import { seededNow } from '../../services/api/src/testing/seeded-articles.ts';

const hour = 3_600_000;
/** Records of each kind: as many as a page shows at once. */
const mostRecords = 40;

/** Keys, sessions and saved searches that somebody named with the payloads. */
async function keepNames(ports: MillPorts, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await addKey(ports.registry, { name: text, scope: 'read' }, seededNow);
    await openSession(ports, seededKey, text);
    const input = SavedSearchInput.parse({
      name: text,
      q: '',
      source: [text.slice(0, 63)],
      language: [text.slice(0, 35)],
      webhook: { url: `https://paper.example/?${encodeURIComponent(text.toWellFormed())}` },
    });
    const { record } = await addSavedSearch(ports, input);
    const { searches, states } = alertRecords(ports.registry);
    await searches.put(record.id, { ...record.value, stopped: { at: seededNow, reason: text } });
    const state = (await states.get(record.id))?.value;
    if (state !== undefined) await states.put(record.id, { ...state, problem: text });
  }
}

/** What was done to the mill, by whom and why, in the words of the payloads. */
async function keepDeeds(ports: MillPorts, texts: readonly string[]): Promise<void> {
  const { registry, state } = ports;
  // Keys of a table that is written in the sources.
  const kinds = Object.keys(changeKinds) as ChangeKind[];
  for (const [index, text] of texts.entries()) {
    const what = kinds[index % kinds.length] ?? 'backup-made';
    const fields = [{ path: text, before: text, after: text }];
    const asker = { who: text, by: 'key', keyId: text, from: text } as const;
    await appendChange(registry, asker, { what, subject: text, detail: text, fields }, seededNow);
    await registry.put('takedown', `gone${index}`, {
      id: `gone${index}`,
      url: `https://far-wire.example/?${text}`,
      title: text,
      reason: text,
      who: text,
      when: new Date(seededNow).toISOString(),
      pages: [{ file: text, offset: 1, sha256: 'a' }],
      isDone: index % 2 === 0,
      ...(index % 3 === 0 ? { lifted: { who: text, when: new Date(seededNow).toISOString() } } : {}),
    });
    await keepBackupReceipt(registry, {
      when: seededNow - index * hour,
      host: text,
      path: text,
      bytes: 1,
      tookMs: 1,
      withArchive: false,
      form: text,
      newsmill: text,
      signedBy: text,
      counts: { [text]: 1 },
    });
    await state.announce(
      {
        id: `hostile-${index}`,
        services: [text],
        version: text,
        host: text,
        pid: index,
        since: seededNow - hour,
        seenAt: seededNow - 1_000,
        problems: [{ name: text, reason: text }],
        waiting: [
          { group: text, topic: text, messages: 57, ageMs: 2 * hour, unmovedSince: seededNow - 2 * hour },
        ],
      },
      seededNow + hour,
    );
    await registry.put('archive-damage', `file${index}:1`, {
      file: text,
      offset: 1,
      length: 1,
      problem: text,
      url: text,
      item: text,
      foundAt: seededNow,
    });
  }
}

/** What a verification found, and the last looks, with the payloads as names and complaints. */
async function keepVerification({ registry }: MillPorts, texts: readonly string[]): Promise<void> {
  const [text = ''] = texts;
  const databases = texts.map((file) => ({ file, problem: file }));
  await registry.put('verification', 'last', {
    id: 'hostile',
    state: 'failed',
    mend: true,
    asker: { who: text, by: 'key', from: text },
    askedAt: seededNow - hour,
    startedAt: seededNow - hour,
    updatedAt: seededNow,
    host: text,
    stopper: text,
    databases,
    archive: { files: 1, filesThere: 1, bytes: 1, bytesThere: 1, records: 1, whole: 0 },
    damaged: 1,
    problem: text,
  });
}

/** Fills the registry of a mill, and what its processes announce, with payloads. */
export async function keepHostileRecords(ports: MillPorts, texts: readonly string[]): Promise<void> {
  const named = texts
    .map((text) => text.trim().slice(0, 200))
    .filter((text) => text.length > 1)
    .slice(0, mostRecords);
  await keepNames(ports, named);
  await keepDeeds(ports, named);
  await keepVerification(ports, named);
}
