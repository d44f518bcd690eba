import { serverImages } from '../servers/server-versions.ts';
import { startServers, type Servers } from '../servers/start-servers.ts';
import { serversContract } from '../servers/servers.contract.ts';
import { describeOnEngine } from './describe-on-engine.ts';

const images = Object.values(serverImages);

await describeOnEngine('the servers of the tests as containers', images, ({ host, isOwn, docker }) => {
  /** Those that publish a port of this set: what runs beside it has others. */
  const containersOf = async ({ kafka, redis, elasticsearch, s3 }: Servers): Promise<string[]> => {
    const addresses = [`redis://${kafka.brokers[0]}`, redis.url, elasticsearch.url, s3.endpoint];
    const ports = addresses.map((address) => new URL(address).port);
    const all = await docker(['ps', '--all', '--format', '{{.Image}} {{.Ports}}']);
    return all.split('\n').filter((line) => ports.some((port) => line.includes(`:${port}->`)));
  };

  serversContract({
    start() {
      if (host !== undefined) process.env.DOCKER_HOST = host;
      // The image of what clears up after a test that was killed is not to be had; this engine ends with the run.
      if (isOwn) process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
      return startServers(['kafka', 'redis', 'elasticsearch', 's3'], { own: true });
    },
    remains: containersOf,
  });
});
