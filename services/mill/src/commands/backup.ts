import { isDistributed, readSettings, settings } from '@newsmill/runtime';
import { backupMill } from '../backup-mill.ts';
import { say } from '../say.ts';
import { withPorts } from './with-ports.ts';

/** `newsmill backup FILE`: all of the mill in one file. The mill may run meanwhile. */
export function backup(
  data: string,
  path: string,
  options: { readonly sources: string; readonly archive: boolean },
): Promise<number> {
  const form = isDistributed(readSettings({ ...process.env, [settings.data.env]: data }))
    ? 'distributed'
    : 'embedded';
  return withPorts(data, async (ports) => {
    const counts = await backupMill(ports, {
      path,
      sources: options.sources,
      form,
      withArchive: options.archive,
      now: Date.now(),
    });
    const underWay = (counts.message ?? 0) + (counts.dead ?? 0);
    say(
      `${path}: ${counts.library ?? 0} records of articles, ${counts.state ?? 0} of the state, ${underWay} messages and dead letters, ${counts.file ?? 0} files of the archive, ${counts.source ?? 0} sources`,
    );
    return 0;
  });
}
