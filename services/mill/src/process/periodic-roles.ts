import type { Role, RolePorts } from '@newsmill/runtime';
import type { StateReader } from '@newsmill/store';
import { periodicRole } from './periodic-role.ts';

async function measure(
  ports: Pick<RolePorts, 'metrics'> & { readonly state: Pick<StateReader, 'countChannels'> },
): Promise<void> {
  const { all, failing } = await ports.state.countChannels();
  ports.metrics.sources.set({ state: 'failing' }, failing);
  ports.metrics.sources.set({ state: 'fine' }, all - failing);
}

async function prune(
  ports: Pick<
    RolePorts<'archiveMaxAge' | 'archiveMaxBytes'>,
    'archive' | 'registry' | 'now' | 'settings' | 'note'
  >,
): Promise<void> {
  const { pruneArchiveFiles } = await import('@newsmill/operate');
  const pruned = await pruneArchiveFiles(ports, {
    now: ports.now(),
    maxAgeMs: ports.settings.archiveMaxAge,
    maxBytes: ports.settings.archiveMaxBytes,
  });
  if (pruned.files > 0) ports.note('archive.pruned', pruned);
}

/** Records of the registry that have expired, every five minutes. */
export const pruneRegistry: Role = periodicRole(
  { name: 'registry-limits', takes: [], everyMs: 300_000 },
  async (ports) => void (await ports.registry.prune(ports.now())),
);

/**
 * What is settled and old takes little room in the state: every hour, since each sweep walks over all that waits for
 * its revisits.
 */
export const retireSettled: Role = periodicRole(
  { name: 'settled', takes: ['settledAfter'], everyMs: 3_600_000 },
  async ({ state, settings, now, note }) => {
    const { retireAll } = await import('@newsmill/operate');
    const items = await retireAll(state, now() - settings.settledAfter);
    if (items > 0) note('items.settled', { items });
  },
);

/** The gauge of sources, every ten seconds. */
export const measureSources: Role = periodicRole({ name: 'sources', takes: [], everyMs: 10_000 }, measure);

/** The archive's limits, every ten minutes. */
export const pruneArchive: Role = periodicRole(
  { name: 'archive-limits', takes: ['archiveMaxAge', 'archiveMaxBytes'], everyMs: 600_000 },
  prune,
);
