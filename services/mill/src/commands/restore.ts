import { openPorts, readSettings, settings } from '@newsmill/runtime';
import { restoreMill } from '../restore-mill.ts';
import { complain, say } from '../say.ts';

/** `newsmill restore FILE`: puts a backup into a mill that does not run. Exit code 1 when the library did not take some articles. */
export async function restore(
  data: string,
  path: string,
  options: { readonly sources: string; readonly merge: boolean },
): Promise<number> {
  const ports = await openPorts(readSettings({ ...process.env, [settings.data.env]: data }));
  try {
    const { manifest, counts, keptSources, rejected } = await restoreMill(ports, {
      path,
      sources: options.sources,
      merge: options.merge,
      now: Date.now(),
    });
    for (const name of keptSources)
      complain(`${name}: another one was there and stays; the backup has it too`);
    for (const { id, detail } of rejected) complain(`article ${id} was not taken: ${detail}`);
    say(
      `restored the backup of ${manifest.time}: ${counts.library ?? 0} records of articles, ${counts.state ?? 0} of the state, ${counts.file ?? 0} files of the archive, ${counts.source ?? 0} sources`,
    );
    return rejected.length === 0 ? 0 : 1;
  } finally {
    await ports.close();
  }
}
