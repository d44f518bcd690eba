/**
 * The servers that newsmill is shipped with and tested against: images of docker-compose.yml (S3 is not in it),
 * of containers that tests start, and of stand-ins. `npm run check` holds docker-compose.yml and the pom.xml of
 * Kafka and S3 to this list.
 */
export const serverImages = {
  kafka: 'apache/kafka:4.3.1',
  elasticsearch: 'elasticsearch:8.19.21',
  redis: 'redis:7.4.11-bookworm',
  s3: 'adobe/s3mock:4.11.0',
} as const;

/** The image of each server that suites ask for. */
export const imageOf = {
  ...serverImages,
  guardedKafka: serverImages.kafka,
  guardedElasticsearch: serverImages.elasticsearch,
} as const;

const versionOf = (image: string): string => /:(\d+\.\d+\.\d+)/.exec(image)?.[1] ?? '';

/** Their versions; Redis as a process is that of the distribution. */
export const versions = {
  kafka: versionOf(serverImages.kafka),
  elasticsearch: versionOf(serverImages.elasticsearch),
  s3: versionOf(serverImages.s3),
} as const;
