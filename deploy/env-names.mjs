/** Names that the Compose files themselves read out of .env. */
export const namesOfCompose = [
  'IMAGE',
  'API_PORT',
  'SOURCES_FOLDER',
  'SOURCES_ENV',
  'ENV_FILE',
  'SECRETS_FOLDER',
  'CERTIFICATES',
  'SUBNET',
].map((name) => `NEWSMILL_${name}`);

/** Settings that docker-compose.yml decides: where things lie and listen in a container, and its own servers. */
// biome-ignore format: a table, read by its rows
export const decidedByCompose = [
  'HOST', 'PORT', 'DATA', 'SOURCES', 'HEALTH_PORT', 'BACKUP_KEY', 'KAFKA_BROKERS', 'REDIS_URL', 'REDIS_SENTINELS',
  'ELASTICSEARCH_URL', 'ELASTICSEARCH_USERNAME', 'ELASTICSEARCH_PASSWORD', 'ELASTICSEARCH_API_KEY',
].map((name) => `NEWSMILL_${name}`);
