import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { formsOf, portsInServers, readSettings, runsAlone, settings, type Forms } from '@newsmill/settings';
import { defineCommand } from './declare/define-command.ts';
import { data, sources, sourcesFolder } from './declare/mill-options.ts';
import { plainFlag } from './declare/options.ts';
import { exitCodes, millExits, answer, complain, say, version } from '@newsmill/service';
import { withProgress } from './telling/progress.ts';
import { withPorts } from './with-ports.ts';
import type { OpenPorts } from '@newsmill/runtime';

/** Keeps the receipt; why that failed, where it did: the backup is there all the same. */
async function noteBackup(
  registry: OpenPorts['registry'],
  receiptOf: () => Parameters<typeof import('@newsmill/operate').keepBackupReceipt>[1],
): Promise<string | undefined> {
  try {
    const { keepBackupReceipt } = await import('@newsmill/operate');
    await registry.prepare();
    await keepBackupReceipt(registry, receiptOf());
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function formName(forms: Forms): string {
  if (!runsAlone(forms)) return 'distributed';
  const servers = portsInServers(forms);
  return servers.length === 0 ? 'embedded' : `embedded, with ${servers.join(', ')} in servers`;
}

export const command = defineCommand({
  name: 'backup',
  description: 'write all of the mill into one file, which restores into any form; it may run meanwhile',
  words: '<file>',
  options: { withoutArchive: plainFlag('leave the raw pages out'), sources, data },
  examples: ['newsmill backup /var/backups/mill.backup', 'newsmill backup small.backup --without-archive'],
  exits: ['done', 'no', ...millExits],
  async run([path], options, environment) {
    const { backupMill, noteChange, ownBackupKey } = await import('@newsmill/operate');
    const chosen = readSettings({ ...environment, [settings.data.env]: options.data });
    return withPorts(options.data, async (ports) => {
      const key = ownBackupKey(chosen);
      const [when, form] = [Date.now(), formName(formsOf(chosen))];
      const counts = await withProgress('backup', 'records', (report) =>
        backupMill(ports, {
          report,
          path,
          sources: sourcesFolder(options, environment),
          version,
          form,
          withArchive: options.withoutArchive !== true,
          key,
          now: when,
        }),
      );
      const unnoted = await noteBackup(ports.registry, () => ({
        when,
        host: hostname(),
        path: resolve(path),
        bytes: statSync(path).size,
        tookMs: Date.now() - when,
        withArchive: options.withoutArchive !== true,
        form,
        newsmill: version,
        signedBy: key.fingerprint,
        counts: Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, count ?? 0])),
      }));
      if (unnoted !== undefined)
        complain(
          `the backup is whole, but its receipt could not be kept, so no page tells of it: ${unnoted}`,
        );
      await noteChange({
        what: 'backup-made',
        subject: resolve(path),
        detail: `signed by ${key.fingerprint}`,
      });
      answer({ path, counts, signedBy: key.fingerprint });
      const underWay = (counts.message ?? 0) + (counts.dead ?? 0);
      say(
        `${path}: ${counts.library ?? 0} records of articles, ${counts.state ?? 0} of the state, ${underWay} messages and dead letters, ${counts.file ?? 0} files of the archive, ${counts.source ?? 0} sources`,
      );
      say(
        `signed by ${key.fingerprint}; keep that apart from the file: another mill asks for it (restore --signed-by)`,
      );
      return exitCodes.done;
    });
  },
});
