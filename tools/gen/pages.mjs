// Pages of docs/ that are tables of the code.
import * as contracts from '@newsmill/contracts';
import { settings } from '@newsmill/runtime';

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
Expected, not for us: nothing is published, nothing is kept but the fate (\`libs/contracts/src/outcome.ts\`).

${words(contracts.dropReasons)}

## Reject reasons
The input is broken and trying again would not help: the message lies in the dead letters with its original bytes. \`./newsmill dead list\` shows them, \`./newsmill dead replay\` sends them through again after a mend.

${words(contracts.rejectReasons)}

## Quality flags
What is known to be odd about an article that was kept; field \`flags\` (\`libs/contracts/src/clean-article.ts\`).

${words(contracts.qualityFlags)}
`;
}

const kept = (topic) =>
  topic.cleanup === 'compact'
    ? 'last message of each key'
    : `${topic.retentionMs / 86_400_000} days${topic.retentionBytes === undefined ? '' : `, ${topic.retentionBytes / 1e9} GB`}`;

function topics() {
  const described = new Map(
    [
      ...contracts.pipeline.flatMap((stage) => [stage.from, stage.to]),
      contracts.ledger,
      contracts.deadLetters,
    ]
      .filter((topic) => topic !== undefined)
      .map((topic) => [topic.name, topic.description]),
  );
  const retries = new Map(
    contracts.pipeline.flatMap((stage) =>
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
      topic.groups.map((group) => `\`${group}\``).join(', ') || 'none',
    ]);
  const stages = contracts.pipeline.map((stage) => [
    stage.stage,
    'from' in stage ? `\`${stage.from.name}\`` : 'the frontier',
    'to' in stage ? `\`${stage.to.name}\`` : 'the library',
    `\`${stage.group}\``,
  ]);
  return `# Topics
${made}
The shapes of the messages are in [asyncapi.json](asyncapi.json) and [schemas](schemas). Every message carries CloudEvents 1.0 headers and the header \`schema\` (now ${contracts.schemaVersion}).

## Stages, in order
${table(['stage', 'reads', 'writes', 'consumer group'], stages)}

## All topics
${table(['topic', 'what it carries', 'partitions', 'kept', 'groups'], rows)}
`;
}

function settingsPage() {
  const rows = Object.values(settings).map((entry) => [
    `\`${entry.env}\``,
    entry.fallback === undefined || entry.fallback === '' ? '' : `\`${entry.fallback}\``,
    entry.description,
  ]);
  return `# Settings
${made}
All settings are environment variables. Every mistake in them is reported at start, together, and the process ends with code 78. Durations are numbers with \`ms\`, \`s\`, \`m\`, \`h\` or \`d\` behind them.

${table(['variable', 'default', 'meaning'], rows)}

Secrets of sources are variables whose names start with \`NEWSMILL_SECRET_\`; [sources.md](sources.md) says how a source file refers to them.
`;
}

function settingsExample() {
  const lines = Object.values(settings).map(
    (entry) => `# ${entry.description}\n#${entry.env}=${entry.fallback ?? ''}`,
  );
  return `# All settings of newsmill with their defaults. Written by \`npm run gen\` from libs/runtime/src/settings.ts.\n\n${lines.join('\n\n')}\n`;
}

export function pageFiles() {
  return [
    ['docs/reasons.md', reasons()],
    ['docs/topics.md', topics()],
    ['docs/settings.md', settingsPage()],
    ['deploy/settings.env.example', settingsExample()],
  ];
}
