/**
 * What the tests run against, as processes and as containers alike. The pom.xml of Kafka and S3 name the same
 * versions.
 */
export const versions = { kafka: '4.3.1', elasticsearch: '8.19.21', redis: '8', s3mock: '4.11.0' } as const;
