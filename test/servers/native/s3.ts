import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-ports.ts';
import { s3Answers } from '../readiness.ts';
import { versions } from '../server-versions.ts';
import { s3Access, type RunningServer, type Say } from '../servers.ts';
import { cached } from './cache.ts';
import { briefJvm, classArchive } from './class-archive.ts';
import type { Java } from './find-tools.ts';
import { ensureJavas } from './install-tools.ts';
import { runMaven } from './run-maven.ts';
import { serverInProcess } from './server-process.ts';

const pom = fileURLToPath(new URL('../s3/pom.xml', import.meta.url));

/** S3Mock from Maven; answers the folder that has its `libs`. */
export function unpackS3Mock(java: Java, say: Say): Promise<string> {
  return cached(`s3mock-${versions.s3}`, async (into) => {
    say(`downloading S3Mock ${versions.s3} (34 MB, once)`);
    await runMaven(
      java,
      ['-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${join(into, 'libs')}`],
      say,
    );
  });
}

/** S3Mock from Maven; its objects outlive `stop`. */
export async function nativeS3(runFolder: string, say: Say): Promise<RunningServer<'s3'>> {
  const java = (await ensureJavas(say)).at(-1)!;
  const home = await unpackS3Mock(java, say);
  const folder = join(runFolder, 's3');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const [port, tlsPort] = [await freePort(), await freePort()];
  const archive = classArchive(home, java);
  const endpoint = `http://127.0.0.1:${port}`;
  const settings = {
    'com.adobe.testing.s3mock.http-port': port,
    'server.port': tlsPort,
    'server.address': '127.0.0.1',
    'com.adobe.testing.s3mock.store.root': data,
    'com.adobe.testing.s3mock.store.retain-files-on-exit': true,
    'com.adobe.testing.s3mock.store.initial-buckets': s3Access.bucket,
    'server.shutdown': 'immediate',
  };
  return serverInProcess<'s3'>(
    { endpoint, ...s3Access },
    {
      name: 'S3Mock',
      command: join(java.home, 'bin', 'java'),
      args: () => [
        '-Xmx128m',
        ...briefJvm,
        ...archive.flags(),
        '-cp',
        join(home, 'libs', '*'),
        'com.adobe.testing.s3mock.S3MockApplication',
        ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
      ],
      folder,
      isReady: () => s3Answers(endpoint),
      ended: () => archive.keep(),
    },
  );
}
