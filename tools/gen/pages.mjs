// Pages of docs/ that are tables of the code.
import * as contracts from '@newsmill/contracts';
import { settings } from '@newsmill/settings';

const made = '<!-- Written by `npm run gen`; change the source instead. -->\n';
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (heads, rows) =>
  [
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');
const words = (list) =>
  table(
    ['word', 'meaning'],
    Object.entries(list).map(([word, meaning]) => [`\`${word}\``, meaning]),
  );

function reasons() {
  return `# Reasons, fates and flags
${made}
Every item has one fate; most fates have a reason. \`./newsmill trace URL\` and the ledger page of the console show both.

## Fates
What became of an item, newest version and last stage first (\`libs/contracts/src/ledger-event.ts\`).

${words(contracts.fates)}

## Drop reasons
Expected, and not wanted in the library: nothing is published, and only the fate is kept (\`libs/contracts/src/outcome.ts\`).

${words(contracts.dropReasons)}

## Entries left out
Why an entry of a channel becomes no item: it has no address by which the ledger could know it. The page of sources, \`./newsmill sources list\` and \`GET /api/v1/sources\` count them for the last answer of each channel (\`libs/contracts/src/outcome.ts\`).

${words(contracts.entryFaults)}

## Reject reasons
The input is broken, and a retry would not help: the message is in the dead letters with its original bytes. \`./newsmill dead list\` shows them, \`./newsmill dead replay\` sends them through again once the cause is removed.

${words(contracts.rejectReasons)}

## Quality flags
What is doubtful about an article that was kept; field \`flags\` (\`libs/contracts/src/article/clean-article.ts\`).

${words(contracts.qualityFlags)}
`;
}

function sourceStates() {
  const states = Object.entries(contracts.sourceStates).map(([name, { meaning }]) => [
    `\`${name}\``,
    meaning,
  ]);
  const faults = Object.entries(contracts.channelFaults).map(([name, { state, says, remedy }]) => [
    `\`${name}\``,
    `\`${state}\``,
    says,
    remedy,
  ]);
  return `# States of sources
${made}
The state of a source says what arrives from it. \`./newsmill sources list\`, \`GET /api/v1/sources\` and the console's page Sources show it with what shows it and what to do.

## States
In the order of the list: those first that need somebody (\`libs/contracts/src/source/source-states.ts\`).

${table(['state', 'meaning'], states)}

## Articles of several sources
An article whose link stands in the channels of several sources belongs to all of them: \`sources\` of the article names them, searches by each of them find it, and facets count it for each. \`sourceId\` is the source that told of it first, or that of whose site the page is. A source that others forestall therefore has "12 articles, 5 of them first told by others" (\`indexed\` 7, \`shared\` 5), and is \`delivering\` although no page was fetched for it ([ADR 32](adr/0032-an-article-belongs-to-all-who-told-of-it.md)).

## Sources behind a paywall
A source of which the publisher marks 8 of the newest 10 articles on a site as ones for subscribers (\`isAccessibleForFree\`, or a request to subscribe below a part of the text) says so, with how long their texts are: \`paywall\` in the API. So does one of which four in five pages of a week ask for a login. It is \`delivering\`, since what the publisher gives arrives; a state of its own would stand there for ever where teasers are all that is wanted. What its keeper can do:
- Use a feed with the full text, where the publisher has one; with [\`feedOnly: true\`](add-sources.md#articles-made-of-feed-entries-alone) no page is requested.
- Put the access of a subscription into [\`headers\`](add-sources.md#cookies-proxies-certificates), as a reference to a secret. The advice ends where there is such a header, or \`feedOnly\`; the counts stay.
- Leave it so. Teasers are articles, with the flag \`paywalled\`; the query \`-paywalled:true\` leaves them out of a search, and \`exclude\` with \`fewerWords\` out of the library.

## Why a channel or page does not come
The cause of the last failure stays with its channel. \`./newsmill sources doctor ID\`, \`POST /api/v1/sources/{id}/examine\` and the button "Find out why" ask now, also for a page (\`libs/contracts/src/source/channel-faults.ts\`). A cause with the state \`delivering\` stops nothing.

${table(['cause', 'state', 'what is so', 'what to do'], faults)}
`;
}

const kept = (topic) =>
  topic.cleanup === 'compact'
    ? 'last message of each key'
    : `${topic.retentionMs / 86_400_000} days${topic.retentionBytes === undefined ? '' : `, ${topic.retentionBytes / 1e9} GB`}`;

function topics() {
  const described = new Map(
    [
      ...contracts.stages.flatMap((stage) => [stage.from, stage.to]),
      contracts.ledger,
      contracts.deadLetters,
      contracts.channelPushed,
      contracts.alertReplayed,
    ]
      .filter((topic) => topic !== undefined)
      .map((topic) => [topic.name, topic.description]),
  );
  const retries = new Map(
    contracts.stages.flatMap((stage) =>
      Array.from({ length: contracts.retryRungs }, (_, rung) => [
        contracts.retryTopic(stage.stage, rung).name,
        `Messages of the ${stage.stage} stage that wait for try ${rung + 2}.`,
      ]),
    ),
  );
  const rows = contracts
    .allTopics()
    .map((topic) => [
      `\`${topic.name}\``,
      described.get(topic.name) ?? retries.get(topic.name) ?? '',
      topic.partitions,
      kept(topic),
      topic.groups.map((group) => `\`${group}:${topic.name}\``).join(', ') || 'none',
    ]);
  const acl = contracts
    .accessList()
    .map(({ service, resource, name, pattern, operations }) => [
      service,
      resource,
      `\`${name}\``,
      pattern,
      operations.join(', '),
    ]);
  const extensions = [
    [contracts.sentTopic('<name>'), contracts.extensionGroup],
    [contracts.returnedTopic('<name>'), contracts.extendedGroup],
  ].map(([{ name, description }, group]) => [`\`${name}\``, description, `\`${group}:${name}\``]);
  const stages = contracts.stages.map((stage) => [
    stage.stage,
    'from' in stage ? `\`${stage.from.name}\`` : 'the frontier',
    'to' in stage ? `\`${stage.to.name}\`` : 'the library',
    `\`${stage.group}\``,
  ]);
  return `# Topics
${made}
The schemas of the messages are in [asyncapi.json](asyncapi.json) and [schemas](schemas). Every message carries CloudEvents 1.0 headers and the header \`schema\` (now ${contracts.schemaVersion}).

## Stages, in order
${table(['stage', 'reads', 'writes', 'consumer group'], stages)}

## All topics
A consumer group of the cluster reads one topic and has its name behind a colon. Names begin with \`NEWSMILL_NAMESPACE\` (\`newsmill\`). \`newsmill.dead.removed\` is made when a dead letter is replayed for the first time: it says which ones no longer count.

${table(['topic', 'what it carries', 'partitions', 'kept', 'groups'], rows)}

## Topics of extensions
There are two for each [extension](extensions.md) in \`NEWSMILL_EXTENSIONS\`, kept ${kept(contracts.sentTopic('name'))}, with ${contracts.sentTopic('name').partitions} partitions.

${table(['topic', 'what it carries', 'group'], extensions)}

## Access control list
Where the cluster has an authorizer and each service a user of its own (\`NEWSMILL_KAFKA_SASL_USERNAME\`), these rights are enough: a drill (\`test/servers/kafka-access.e2e.test.ts\`) runs the five services with exactly this list. \`prefixed\` is \`--resource-pattern-type prefixed\` of \`kafka-acls\`. Commands such as \`newsmill audit\` run with the rights of \`api\`; \`audit --mend\`, \`reprocess\` and \`restore\` need those of \`fetch\` and \`api\` together. A cluster in which somebody else makes the topics, as above, needs no \`Create\`.

${table(['service', 'resource', 'name', 'pattern', 'operations'], acl)}
`;
}

/** Settings by what they belong to, in the order of the table. */
function settingGroups() {
  return Map.groupBy(Object.values(settings), ({ group }) => group);
}

function settingsPage() {
  const row = (entry) => [
    `\`${entry.env}\`${entry.secret ? ' (secret)' : ''}`,
    entry.fallback === undefined || entry.fallback === '' ? '' : `\`${entry.fallback}\``,
    entry.description,
  ];
  const parts = [...settingGroups()].map(
    ([group, entries]) => `## ${group}\n${table(['variable', 'default', 'meaning'], entries.map(row))}\n`,
  );
  return `# Settings
${made}
All settings are environment variables. Every mistake in them is reported at start, together, and the process ends with code 78; a name that is no setting is a mistake too, and the nearest name is suggested. A setting without effect, such as one of Kafka where no broker is set, or a secret that no source refers to, is told at start, by one of the services. What changes in the environment counts after a restart; certificates and passwords that lie in files are [renewed without one](transport.md#renew-without-a-restart). Durations are numbers with \`ms\`, \`s\`, \`m\`, \`h\` or \`d\` behind them.

Secrets of sources are variables whose names start with \`NEWSMILL_SECRET_\`; [Add sources](add-sources.md#secrets) says how a source file refers to them.

A secret may lie in a file: \`NEWSMILL_ADMIN_KEY_FILE=/run/secrets/admin_key\` instead of \`NEWSMILL_ADMIN_KEY=…\`, and so for each that is marked as a secret below and for every \`NEWSMILL_SECRET_…\`. The file is read at the start, without the line break at its end; those of the admin key and of servers are [read again](transport.md#renew-without-a-restart). Both forms at a time, a file that cannot be read and an empty one are mistakes in the settings. No message shows the value of a secret.

Admins read the values of a running process, each with its origin, on the page *Settings* of the console (\`/settings\`), and from \`GET /api/v1/settings\`.

${parts.join('\n')}`;
}

function settingsExample() {
  const block = (entry) =>
    `# ${entry.description}\n#${entry.env}=${entry.fallback ?? ''}${entry.secret ? `\n#${entry.env}_FILE=` : ''}`;
  const lines = [...settingGroups()].map(
    ([group, entries]) => `## ${group}\n\n${entries.map(block).join('\n\n')}`,
  );
  return `# All settings of newsmill with their defaults. Written by \`npm run gen\` from libs/settings/src/settings.ts.\n\n${lines.join('\n\n')}\n`;
}

export function pageFiles() {
  return [
    ['docs/reasons.md', reasons()],
    ['docs/source-states.md', sourceStates()],
    ['docs/topics.md', topics()],
    ['docs/settings.md', settingsPage()],
    ['deploy/settings.env.example', settingsExample()],
  ];
}
