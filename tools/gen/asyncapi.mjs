// An AsyncAPI 3.0 document of the pipeline: topics, messages, headers, and which stage reads and writes what.
import * as contracts from '@newsmill/contracts';
import { allSchemas } from './schemas.mjs';

/** What lies in each topic: of several schemas every message has one. */
const schemasOf = {
  [contracts.articleCleaned.name]: ['clean-article'],
  [contracts.articleEnriched.name]: ['enriched-article', 'article-gone', 'article-told'],
  [contracts.ledger.name]: ['ledger-event'],
  [contracts.channelPushed.name]: ['channel-push'],
  [contracts.alertReplayed.name]: ['alert-replay'],
};
const days = (ms) => `${ms / 86_400_000} days`;

/** `newsmill.page.fetched` gives `pageFetched`: keys of components may hold no dots. */
const keyOf = (topic) =>
  topic.replace(/^newsmill\./, '').replace(/\.(\w)/g, (_, letter) => letter.toUpperCase());

function payloadOf(topic) {
  const references = schemasOf[topic].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  return references.length === 1 ? references[0] : { anyOf: references };
}

function headers(contentType, extra = {}) {
  return {
    type: 'object',
    description: 'CloudEvents 1.0, Kafka binding, binary mode.',
    required: [
      'ce_specversion',
      'ce_id',
      'ce_source',
      'ce_type',
      'ce_time',
      'ce_subject',
      'schema',
      'content-type',
      ...Object.keys(extra),
    ],
    properties: {
      ce_specversion: { const: '1.0' },
      ce_id: { type: 'string', description: 'Unique for each sending.' },
      ce_source: { type: 'string', description: 'The sending stage, newsmill/<stage>.' },
      ce_type: { type: 'string', description: 'Type of the message with its major version.' },
      ce_time: { type: 'string', format: 'date-time' },
      ce_subject: { type: 'string', description: 'The key of the message.' },
      schema: {
        type: 'string',
        description: `Major version of all schemas, now ${contracts.schemaVersion}; a greater one is parked.`,
      },
      traceparent: { type: 'string', description: 'W3C trace context, passed on unchanged.' },
      'content-type': { const: contentType },
      ...extra,
    },
  };
}

function without(properties, name) {
  const { [name]: _left, ...rest } = properties;
  return rest;
}

/** A schema of docs/schemas as the document wants it: every part inside, so that the file stands alone. */
function inlined(schema) {
  const { $schema: _schema, $id: _id, ...rest } = schema;
  const { $defs = {}, ...body } = rest;
  const named = JSON.stringify(body).replaceAll('"#/$defs/', '"#/components/schemas/');
  return {
    body: JSON.parse(named),
    definitions: Object.fromEntries(
      Object.entries($defs).map(([name, value]) => [
        name,
        JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')),
      ]),
    ),
  };
}

function messageOf(topic) {
  const type = contracts.writeMessage(
    { ...topic, name: topic.name },
    topic.name === contracts.pageFetched.name ? samplePage : {},
    { key: 'k', source: 's', time: 0 },
  ).headers.ce_type;
  if (topic.name === contracts.pageFetched.name) {
    return {
      name: type,
      title: topic.description,
      contentType: 'application/octet-stream',
      headers: headers('application/octet-stream', {
        page: {
          type: 'string',
          contentMediaType: 'application/json',
          contentSchema: { $ref: '#/components/schemas/page-facts' },
        },
      }),
      payload: {
        type: 'string',
        contentEncoding: 'binary',
        description:
          'The body as it came over the wire, encoded as `encoding` of the header `page` says; empty when it lies in the archive.',
      },
    };
  }
  return {
    name: type,
    title: topic.description,
    contentType: 'application/json',
    headers: headers('application/json'),
    payload: payloadOf(topic.name),
  };
}
const samplePage = {
  item: '',
  sourceId: '',
  url: '',
  finalUrl: '',
  fetchedAt: 0,
  firstSeen: 0,
  status: 200,
  encoding: 'identity',
  body: new Uint8Array(),
};

/** The topic as the cluster has it. Kafka counts bytes for each partition. */
function bindingsOf({ cleanup, retentionMs, retentionBytes, partitions }) {
  return {
    kafka: {
      partitions,
      topicConfiguration: {
        'cleanup.policy': [cleanup],
        ...(retentionMs === undefined ? {} : { 'retention.ms': retentionMs }),
        ...(retentionBytes === undefined
          ? {}
          : { 'retention.bytes': Math.ceil(retentionBytes / partitions) }),
      },
      bindingVersion: '0.5.0',
    },
  };
}

function channelOf(topic) {
  const kept =
    topic.cleanup === 'compact'
      ? 'The last message of each key is kept.'
      : `Kept ${days(topic.retentionMs)}${topic.retentionBytes === undefined ? '' : `, at most ${topic.retentionBytes} bytes`}.`;
  return {
    address: topic.name,
    title: topic.name,
    description: `${topic.description} ${kept} ${topic.partitions} partition${topic.partitions === 1 ? '' : 's'}.`,
    messages: { [keyOf(topic.name)]: { $ref: `#/components/messages/${keyOf(topic.name)}` } },
    bindings: bindingsOf(topic),
  };
}

function asyncApi() {
  const carried = [
    contracts.pageFetched,
    contracts.articleCleaned,
    contracts.articleEnriched,
    contracts.ledger,
    contracts.channelPushed,
    contracts.alertReplayed,
  ];
  const schemas = {};
  for (const name of ['page-facts', ...Object.values(schemasOf).flat(), 'dead-letter']) {
    const { body, definitions } = inlined(allSchemas()[name]);
    Object.assign(schemas, definitions, { [name]: body });
  }
  const dead = { ...contracts.deadLetters };
  const messages = Object.fromEntries(carried.map((topic) => [keyOf(topic.name), messageOf(topic)]));
  messages[keyOf(dead.name)] = {
    name: 'newsmill.dead',
    title: dead.description,
    headers: {
      type: 'object',
      description:
        'The headers of the message that failed, and why it failed. A request of the fetch stage that failed has headers as any message.',
      required: [contracts.deadLetterHeader],
      properties: {
        ...without(headers('').properties, 'content-type'),
        [contracts.deadLetterHeader]: {
          type: 'string',
          contentMediaType: 'application/json',
          contentSchema: { $ref: '#/components/schemas/dead-letter' },
        },
      },
    },
    payload: {
      type: 'string',
      contentEncoding: 'binary',
      description: 'The value of the message that failed, byte for byte.',
    },
  };
  const channels = Object.fromEntries(
    [...carried, dead].map((topic) => [keyOf(topic.name), channelOf(topic)]),
  );
  for (const stage of contracts.stages.filter((entry) => 'from' in entry)) {
    for (let rung = 0; rung < contracts.retryRungs; rung += 1) {
      const topic = contracts.retryTopic(stage.stage, rung);
      const key = keyOf(stage.from.name);
      channels[keyOf(topic.name)] = {
        address: topic.name,
        title: topic.name,
        description: `Messages of the ${stage.stage} stage that wait for try ${rung + 2}. Kept ${days(topic.retentionMs)}.`,
        messages: { [key]: { $ref: `#/components/messages/${key}` } },
        bindings: bindingsOf(topic),
      };
    }
  }
  for (const [key, topic] of Object.entries(extensionChannels(schemas))) channels[key] = topic;
  for (const [key, message] of Object.entries(extensionMessages())) messages[key] = message;
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'newsmill',
      version: String(contracts.schemaVersion),
      description: 'The messages between the stages. Generated from libs/contracts by `npm run gen`.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: servers(),
    channels,
    operations: operations(),
    components: { messages, schemas },
  };
}

const placeholder = '{extension}';
const extensionTopics = {
  extend: contracts.sentTopic(placeholder),
  extended: contracts.returnedTopic(placeholder),
};

/** Topics that are there for each extension of the settings. */
function extensionChannels(schemas) {
  Object.assign(schemas, { 'extension-answer': inlined(allSchemas()['extension-answer']).body });
  return Object.fromEntries(
    Object.entries(extensionTopics).map(([key, topic]) => [
      key,
      {
        ...channelOf(topic),
        messages: { [key]: { $ref: `#/components/messages/${key}` } },
        parameters: { extension: { description: 'Name of the extension, as in NEWSMILL_EXTENSIONS.' } },
      },
    ]),
  );
}

function extensionMessages() {
  const article = { $ref: '#/components/schemas/enriched-article' };
  const { extend, extended } = extensionTopics;
  const name = 'newsmill.article.enriched.v1';
  const facts = {
    [contracts.factsHeader]: {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: { $ref: '#/components/schemas/extension-answer' },
    },
  };
  const carried = (title, extra) => ({
    name,
    title,
    contentType: 'application/json',
    headers: headers('application/json', extra),
    payload: article,
  });
  return {
    extend: carried(extend.description, {}),
    extended: carried(extended.description, facts),
  };
}

/** Where the messages are; the names of topics and groups begin with the namespace of the mill. */
function servers() {
  const server = (protocol, description) => ({
    host: '{broker}',
    protocol,
    description,
    variables: {
      broker: { default: 'localhost:9092', description: 'host:port, one of NEWSMILL_KAFKA_BROKERS.' },
    },
    bindings: { kafka: { bindingVersion: '0.5.0' } },
  });
  return {
    plain: server('kafka', 'Brokers without TLS.'),
    secure: server('kafka-secure', 'Brokers with TLS (NEWSMILL_KAFKA_TLS), and SASL where it is set.'),
  };
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** What each service sends, and which group takes what. In the cluster a group is one for each topic. */
function operations() {
  const made = {};
  const topics = contracts.allTopics();
  for (const { name, groups } of topics)
    for (const group of groups)
      made[`${keyOf(group.replace(/^newsmill-/, '').replaceAll('-', '.'))}Takes${capital(keyOf(name))}`] = {
        action: 'receive',
        channel: { $ref: `#/channels/${keyOf(name)}` },
        summary: `The group ${group} reads it.`,
        bindings: {
          kafka: { groupId: { type: 'string', const: `${group}:${name}` }, bindingVersion: '0.5.0' },
        },
      };
  for (const service of ['fetch', 'clean', 'enrich', 'index', 'api']) {
    const { writes } = contracts.sendsAndTakes(service);
    for (const { name } of topics.filter((topic) => writes.some((entry) => isNamedBy(topic.name, entry))))
      made[`${service}Sends${capital(keyOf(name))}`] = {
        action: 'send',
        channel: { $ref: `#/channels/${keyOf(name)}` },
        summary: `The ${service} service writes it.`,
      };
  }
  return made;
}

const isNamedBy = (topic, entry) => (entry.endsWith('.') ? topic.startsWith(entry) : topic === entry);

export function asyncApiFiles() {
  return [['docs/asyncapi.json', `${JSON.stringify(asyncApi(), null, 2)}\n`]];
}
