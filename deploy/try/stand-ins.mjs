// What stands in for the images of Kafka, Elasticsearch and Redis: the servers that the tests use, laid out
// at the paths of those images, with start scripts that do what the scripts of the images do.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { versions } from '../../test/servers/server-versions.ts';
import { cacheFolder } from '../../test/servers/native/cache.ts';
import { ensureJavas, ensureRedis } from '../../test/servers/native/install-tools.ts';
import { nativeKafka } from '../../test/servers/native/kafka.ts';
import { unpackElasticsearch } from '../../test/servers/native/unpack-elasticsearch.ts';
import { runCommand } from './run-command.mjs';

/**
 * As the image does: KAFKA_* become settings (`___` is -, `__` is _, `_` is .), the storage is formatted
 * once, then the broker runs.
 */
const kafkaRun = `#!/bin/bash
set -e
cp /mnt/shared/config/log4j2.yaml /opt/kafka/config/
while IFS='=' read -r name value; do
  case $name in KAFKA_HEAP_OPTS) ;; KAFKA_*) name=\${name#KAFKA_}; name=\${name,,}; name=\${name//___/-}; name=\${name//__/@}; name=\${name//_/.}; echo "\${name//@/_}=$value" ;; esac
done < <(env) > /opt/kafka/config/server.properties
java() { "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j2.configurationFile=/opt/kafka/config/log4j2.yaml -cp '/opt/kafka/libs/*' "$@"; }
java kafka.tools.StorageTool format --ignore-formatted -t 5L6g3nShT-eMCtK--X86sw -c /opt/kafka/config/server.properties
exec "$JAVA_HOME/bin/java" $KAFKA_HEAP_OPTS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j2.configurationFile=/opt/kafka/config/log4j2.yaml -cp '/opt/kafka/libs/*' kafka.Kafka /opt/kafka/config/server.properties
`;

/**
 * As the image does: the password of \`elastic\` goes into the keystore, names with dots become settings. The
 * bare distribution lacks two modules.
 */
const elasticsearchEntrypoint = `#!/bin/bash
set -e
umask 0002
export ES_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:-AlwaysPreTouch $ES_JAVA_OPTS"
options=()
while IFS='=' read -r name value; do
  if [[ $name =~ ^[a-z0-9_]+\\.[a-z0-9_]+ && ! $name =~ ^(xpack\\.ml|ingest\\.geoip) ]]; then options+=("-E$name=$value"); fi
done < <(env)
elasticsearch-keystore create
elasticsearch-keystore list | grep -q '^bootstrap.password$' || echo "$ELASTIC_PASSWORD" | elasticsearch-keystore add -x bootstrap.password
exec /usr/share/elasticsearch/bin/elasticsearch "\${options[@]}"
`;

function writeScript(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

/** Lays the servers out below a folder; answers an image for each. */
export async function standIns(folder, say) {
  const javas = await ensureJavas(say);
  await ensureRedis(say);
  const home = await unpackElasticsearch(javas[0], say);
  const libraries = join(cacheFolder(), `kafka-${versions.kafka}`);
  if (!existsSync(join(libraries, '.done')))
    await (await nativeKafka(join(folder, 'download'), say)).remove();
  const layer = (name, ...folders) => {
    for (const path of folders) mkdirSync(join(folder, name, path), { recursive: true });
    return join(folder, name);
  };
  const kafka = layer('kafka', 'opt/kafka/config', 'opt/kafka', 'mnt/shared/config', 'var/lib/kafka/data');
  runCommand('cp', ['-r', join(libraries, 'libs'), join(kafka, 'opt/kafka/libs')]);
  writeFileSync(join(kafka, 'mnt/shared/config/log4j2.yaml'), '');
  writeScript(join(kafka, 'etc/kafka/docker/run'), kafkaRun);
  const elasticsearch = layer('elasticsearch', 'usr/share', 'run/elasticsearch');
  runCommand('cp', ['-r', home, join(elasticsearch, 'usr/share/elasticsearch')]);
  for (const name of ['data', 'logs'])
    mkdirSync(join(elasticsearch, 'usr/share/elasticsearch', name), { recursive: true });
  writeScript(join(elasticsearch, 'usr/local/bin/docker-entrypoint.sh'), elasticsearchEntrypoint);
  const redis = layer('redis', 'data');
  return {
    kafka: {
      layers: [kafka],
      image: { env: { JAVA_HOME: javas.at(-1).home }, workdir: '/', cmd: ['/etc/kafka/docker/run'] },
    },
    elasticsearch: {
      layers: [elasticsearch],
      image: {
        env: {
          ES_JAVA_HOME: javas[0].home,
          PATH: '/usr/share/elasticsearch/bin:/usr/local/bin:/usr/bin:/bin',
          CLI_JAVA_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m',
        },
        workdir: '/usr/share/elasticsearch',
      },
    },
    redis: { layers: [redis], image: { env: {}, workdir: '/data' } },
  };
}
