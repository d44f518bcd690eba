import { hostname } from 'node:os';
import type { Role } from '@newsmill/runtime';
import { formSettings } from '@newsmill/settings';
import { inspectData } from './inspect-data.ts';
import { periodicRole } from './periodic-role.ts';

/** How often it is looked whether somebody asks for a verification, milliseconds. */
const everyMs = 5_000;
/** What is read of the archive in a second at most, bytes: twice that of the daily part, for somebody waits. */
const pace = 8_000_000;

/**
 * Carries out the verification that somebody asks for through the API or the console: in a process with the fetch
 * service, which fills the archive; of several in the one that takes it first.
 */
export const answerVerification: Role = periodicRole(
  { name: 'verification', takes: ['data', ...formSettings], everyMs },
  async (ports, signal) => {
    const { registry, settings, metrics, note } = ports;
    const { carryOutVerification, damagedPlaces, listArchiveDamage, takeVerification } = await import(
      '@newsmill/operate'
    );
    const verification = await takeVerification(ports, hostname());
    if (verification === undefined) return;
    const { damaged } = await carryOutVerification(ports, verification, {
      inspect: () => inspectData(settings),
      pace,
      signal,
    });
    for (const { place, problem, url = '' } of damagedPlaces(damaged))
      note('archive.damaged', { place, problem, url });
    metrics.archiveDamaged.set((await listArchiveDamage(registry)).length);
  },
);
