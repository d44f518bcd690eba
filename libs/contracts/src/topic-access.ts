import { extendedGroup, extensionGroup, extensionPrefixes } from './extension.ts';
import { serviceNames, type ServiceName } from './service-names.ts';
import {
  alertGroup,
  alertReplayed,
  allTopics,
  articleCleaned,
  articleEnriched,
  channelPushed,
  deadLetters,
  ledger,
  ledgerGroup,
  pageFetched,
  pipeline,
  retryPrefix,
} from './pipeline.ts';

/** What a service does with topics and groups. A name that ends in a dot stands for all that begin so. */
interface TopicAccess {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Groups that it is a member of. */
  readonly joins: readonly string[];
  /** Groups whose backlog it looks at. */
  readonly watches: readonly string[];
}

const cleaning = [pageFetched.name, retryPrefix('clean')];
const enriching = [articleCleaned.name, retryPrefix('enrich')];
const indexing = [articleEnriched.name, retryPrefix('index')];
/** Where articles are on their way to extensions and back. */
const extending = [extensionPrefixes.sent, extensionPrefixes.returned];
const records = [ledger.name, deadLetters.name];
/** Dead letters, and which of them no longer count. */
const letters = [deadLetters.name, `${deadLetters.name}.removed`];
const groups = [...new Set([...allTopics().flatMap((topic) => topic.groups), extensionGroup, extendedGroup])];

/**
 * What each service does: what it sends, what it takes, and whose backlog it waits for. Each has a user of its
 * own in the cluster; that of `api` also runs commands.
 */
const topicAccess: Readonly<Record<ServiceName, TopicAccess>> = {
  fetch: {
    // Dead letters: it mends what went with a topic that was deleted.
    reads: [
      channelPushed.name,
      ledger.name,
      ...letters,
      ...cleaning,
      ...enriching,
      ...extending,
      ...indexing,
    ],
    writes: [pageFetched.name, articleEnriched.name, ...records],
    joins: [pipeline.fetch.group],
    watches: [
      pipeline.clean.group,
      pipeline.enrich.group,
      extensionGroup,
      extendedGroup,
      pipeline.index.group,
      ledgerGroup,
    ],
  },
  clean: {
    reads: [...cleaning, ...enriching, ...indexing],
    writes: [...cleaning, articleCleaned.name, articleEnriched.name, ...records],
    joins: [pipeline.clean.group],
    watches: [pipeline.enrich.group, pipeline.index.group],
  },
  enrich: {
    // It takes what an extension is to be passed over with.
    reads: [...enriching, ...extending],
    writes: [...enriching, extensionPrefixes.sent, articleEnriched.name, ...records],
    joins: [pipeline.enrich.group, extendedGroup, extensionGroup],
    watches: [],
  },
  index: {
    // It counts the dead letters for its metrics.
    reads: [
      ...indexing,
      ledger.name,
      ...letters,
      alertReplayed.name,
      channelPushed.name,
      ...cleaning,
      ...enriching,
    ],
    writes: [retryPrefix('index'), ...records],
    joins: [pipeline.index.group, ledgerGroup, alertGroup],
    watches: [pipeline.fetch.group, pipeline.clean.group, pipeline.enrich.group],
  },
  api: { reads: ['newsmill.'], writes: ['newsmill.'], joins: [], watches: groups },
};

/** One line of an access control list: what a service must be allowed. */
export interface AclLine {
  readonly service: ServiceName;
  readonly resource: 'topic' | 'group';
  readonly name: string;
  readonly pattern: 'literal' | 'prefixed';
  readonly operations: readonly ('Create' | 'Describe' | 'DescribeConfigs' | 'Read' | 'Write')[];
}

/** Every service looks at all topics of the mill and makes those that are missing. */
const everyTopic = {
  resource: 'topic',
  name: 'newsmill.',
  pattern: 'prefixed',
  operations: ['Create', 'Describe', 'DescribeConfigs'],
} as const;

function linesOf(service: ServiceName): AclLine[] {
  const { reads, writes, joins, watches } = topicAccess[service];
  const topics = [...new Set([...reads, ...writes])].map(
    (name): AclLine => ({
      service,
      resource: 'topic',
      name,
      pattern: name.endsWith('.') ? 'prefixed' : 'literal',
      operations: [
        ...(reads.includes(name) ? (['Read'] as const) : []),
        ...(writes.includes(name) ? (['Write'] as const) : []),
      ],
    }),
  );
  // In the cluster a group is one for each topic that it reads, `<group>:<topic>`.
  const inCluster = (group: string, operation: 'Read' | 'Describe'): AclLine => ({
    service,
    resource: 'group',
    name: `${group}:`,
    pattern: 'prefixed',
    operations: [operation],
  });
  return [
    { service, ...everyTopic },
    ...topics,
    ...joins.map((group) => inCluster(group, 'Read')),
    ...watches.map((group) => inCluster(group, 'Describe')),
  ];
}

/** The whole list: with it, and nothing more, the services of the namespace `newsmill` run. */
export function accessList(): AclLine[] {
  return serviceNames.flatMap(linesOf);
}

/** What each service sends and takes, for documents. */
export function sendsAndTakes(service: ServiceName): Pick<TopicAccess, 'writes' | 'joins'> {
  return topicAccess[service];
}
