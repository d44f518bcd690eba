/**
 * One broker that is its own controller, made for a small machine and for tests that join and leave groups
 * all the time.
 */
export function kafkaSettings(listen: {
  readonly broker: string;
  readonly controller: string;
  readonly advertised: string;
  readonly quorum: string;
  readonly data: string;
}): Readonly<Record<string, string>> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@${listen.quorum}`,
    listeners: `PLAINTEXT://${listen.broker},CONTROLLER://${listen.controller}`,
    'advertised.listeners': `PLAINTEXT://${listen.advertised}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': listen.data,
    'num.partitions': '3',
    'auto.create.topics.enable': 'false',
    // Internal topics with one replica and few partitions: the default of 50 costs seconds and file handles.
    'default.replication.factor': '1',
    'min.insync.replicas': '1',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '4',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'share.coordinator.state.topic.num.partitions': '2',
    'group.initial.rebalance.delay.ms': '0',
    'group.min.session.timeout.ms': '1000',
    'group.consumer.min.session.timeout.ms': '1000',
    'group.consumer.session.timeout.ms': '6000',
    'group.consumer.min.heartbeat.interval.ms': '500',
    'group.consumer.heartbeat.interval.ms': '1000',
    'num.network.threads': '2',
    'num.io.threads': '4',
    'background.threads': '2',
    'log.cleaner.dedupe.buffer.size': '8388608',
    'log.cleaner.threads': '1',
    // After a kill the controller lets the broker back in only when its old session has run out: 9 s by
    // default.
    'broker.session.timeout.ms': '4000',
    'broker.heartbeat.interval.ms': '500',
  };
}

/** What makes of it a broker with SASL PLAIN and an authorizer, in which `admin` alone may do everything. */
export function guarded(
  settings: Readonly<Record<string, string>>,
  users: readonly string[],
): Readonly<Record<string, string>> {
  const plain = (text: string | undefined) => (text ?? '').replace('PLAINTEXT://', 'SASL_PLAINTEXT://');
  const passwords = users.map((user) => `user_${user}="${user}-secret"`).join(' ');
  return {
    ...settings,
    listeners: plain(settings['listeners']),
    'advertised.listeners': plain(settings['advertised.listeners']),
    'listener.security.protocol.map': 'SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'SASL_PLAINTEXT',
    'sasl.enabled.mechanisms': 'PLAIN',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'listener.name.sasl_plaintext.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="admin-secret" ${passwords};`,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    // The controller, which nobody else can reach, speaks without a user.
    'super.users': 'User:admin;User:ANONYMOUS',
  };
}

/** The heap of the broker. */
export const kafkaHeap = ['-Xms256m', '-Xmx384m'];
