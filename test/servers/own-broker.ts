import { brokerCommand, writeBroker, type Configuration } from './native/kafka.ts';
import { ownServer } from './own-server.ts';
import { serverImages } from './server-versions.ts';
import type { OwnServer } from './servers.ts';

/** Makes a broker with what `configure` makes of its settings; it is not started yet. */
export async function ownBroker(
  folder: string,
  configure: (settings: Configuration) => Configuration,
): Promise<OwnServer<'kafka'>> {
  const files = await writeBroker(folder, configure);
  return ownServer({
    kind: 'kafka',
    name: 'Kafka',
    folder,
    address: files.address,
    asContainer: { image: serverImages.kafka, command: ['java', ...files.words([], '/opt/kafka')] },
    asProcess: () => brokerCommand(files, (text) => void process.stderr.write(`${text}\n`)),
    isReady: files.isReady,
  });
}
