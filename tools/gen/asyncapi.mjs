// An AsyncAPI 3.0 document of the pipeline: topics, messages, headers, and which stage reads and writes what.
import * as contracts from '@newsmill/contracts';
import { allSchemas } from './schemas.mjs';

const schemaOf = {
  [contracts.articleCleaned.name]: 'clean-article',
  [contracts.articleEnriched.name]: 'enriched-article',
  [contracts.ledger.name]: 'ledger-event',
};
const days = (ms) => `${ms / 86_400_000} days`;

/** `newsmill.page.fetched` gives `pageFetched`: keys of components may hold no dots. */
const keyOf = (topic) =>
  topic.replace(/^newsmill\./, '').replace(/\.(\w)/g, (_, letter) => letter.toUpperCase());

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
    payload: { $ref: `#/components/schemas/${schemaOf[topic.name]}` },
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
  };
}

function asyncApi() {
  const carried = [
    contracts.pageFetched,
    contracts.articleCleaned,
    contracts.articleEnriched,
    contracts.ledger,
  ];
  const schemas = {};
  for (const name of ['page-facts', ...Object.values(schemaOf), 'dead-letter']) {
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
      description: 'The headers of the message that failed, and why it failed.',
      required: [contracts.deadLetterHeader],
      properties: {
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
      };
    }
  }
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'newsmill',
      version: String(contracts.schemaVersion),
      description: 'The messages between the stages. Generated from libs/contracts by `npm run gen`.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels,
    operations: operations(),
    components: { messages, schemas },
  };
}

/**
 * What each stage receives and sends; every stage also sends to the ledger and, when it gives up, to the dead
 * letters.
 */
function operations() {
  const made = {};
  const add = (name, action, topic, summary) => {
    made[name] = { action, channel: { $ref: `#/channels/${keyOf(topic)}` }, summary };
  };
  for (const stage of contracts.stages) {
    if ('from' in stage)
      add(
        `${stage.stage}Receives`,
        'receive',
        stage.from.name,
        `The ${stage.stage} stage reads, in group ${stage.group}.`,
      );
    if ('to' in stage) add(`${stage.stage}Sends`, 'send', stage.to.name, `The ${stage.stage} stage writes.`);
    add(
      `${stage.stage}Records`,
      'send',
      contracts.ledger.name,
      `The ${stage.stage} stage writes what became of each item.`,
    );
    add(
      `${stage.stage}GivesUp`,
      'send',
      contracts.deadLetters.name,
      `The ${stage.stage} stage writes what failed for good.`,
    );
  }
  add(
    'ledgerViewReceives',
    'receive',
    contracts.ledger.name,
    `The view of the ledger reads, in group ${contracts.ledgerGroup}.`,
  );
  return made;
}

export function asyncApiFiles() {
  return [['docs/asyncapi.json', `${JSON.stringify(asyncApi(), null, 2)}\n`]];
}
