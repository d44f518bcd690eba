import { ServersMissing, type Say } from '../servers.ts';
import { briefJvm } from './class-archive.ts';
import type { Java } from './find-tools.ts';
import { ensureMaven } from './install-tools.ts';
import { runCommand, withDeathSignal } from './run-command.ts';

/** Runs Maven on the given JDK. Throws with its last words when it fails. */
export async function runMaven(java: Java, args: readonly string[], say: Say): Promise<void> {
  const maven = await ensureMaven(say);
  const result = await runCommand(...withDeathSignal(maven, ['-q', '-B', ...args]), {
    env: { MAVEN_OPTS: briefJvm.join(' '), ...process.env, JAVA_HOME: java.home },
  });
  if (result.code === 0) return;
  const errors = result.said
    .split('\n')
    .filter(
      (line) =>
        line.includes('[ERROR]') && !/\[Help|re-run Maven|following articles|\[ERROR\]\s*$/.test(line),
    );
  throw new ServersMissing(
    `Maven could not download the servers of the tests.\n${errors.length > 0 ? errors.slice(0, 6).join('\n') : result.said}\nRemedy: connect this machine to the network (or name your mirror in Maven's settings.xml), then run the same command again; a Docker engine does as well.`,
  );
}
