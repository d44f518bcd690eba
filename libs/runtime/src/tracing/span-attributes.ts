/**
 * Names of the semantic conventions of OpenTelemetry, as far as spans of the mill have them. Written out, so that
 * nothing of OpenTelemetry is loaded where traces are off; a test compares them with its package.
 */
export const spanAttributes = {
  batchMessageCount: 'messaging.batch.message_count',
  consumerGroup: 'messaging.consumer.group.name',
  dbBatchSize: 'db.operation.batch.size',
  dbCollection: 'db.collection.name',
  dbOperation: 'db.operation.name',
  dbSystem: 'db.system.name',
  destination: 'messaging.destination.name',
  errorType: 'error.type',
  messageId: 'messaging.message.id',
  messagingSystem: 'messaging.system',
  operationName: 'messaging.operation.name',
  operationType: 'messaging.operation.type',
  partition: 'messaging.destination.partition.id',
  requestMethod: 'http.request.method',
  serverAddress: 'server.address',
  serverPort: 'server.port',
  statusCode: 'http.response.status_code',
  urlFull: 'url.full',
} as const;

/** Names that the conventions leave to each program. */
export const ownAttributes = {
  articleId: 'newsmill.article.id',
  attempt: 'newsmill.attempt',
  fate: 'newsmill.fate',
  item: 'newsmill.item',
  outcome: 'newsmill.outcome',
  reason: 'newsmill.reason',
  source: 'newsmill.source.id',
  stage: 'newsmill.stage',
} as const;

/** Of an address so much is told, characters. */
const longestUrl = 500;

/** An address as a span tells it: without user, password, query and fragment, in which secrets may stand. */
export function spanUrl(address: string): string {
  const url = URL.parse(address);
  return url === null ? '' : `${url.origin}${url.pathname}`.slice(0, longestUrl);
}

/** Where an address leads, and the address. */
export function addressAttributes(address: string): Readonly<Record<string, string | number>> {
  const url = URL.parse(address);
  if (url === null) return {};
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return {
    [spanAttributes.serverAddress]: url.hostname,
    [spanAttributes.serverPort]: port,
    [spanAttributes.urlFull]: spanUrl(address),
  };
}
