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

/** A listener that speaks TLS: by which protocol, and with which files (PEM). */
export interface SecureListener {
  readonly name: string;
  readonly protocol: 'SSL' | 'SASL_SSL';
  readonly port: number;
  /** The port by which it is reached; without it that one. */
  readonly advertised?: number;
  /** Certificates, then the key. */
  readonly keystore: string;
  /** The authority of the certificates of clients, without one of which nobody gets in. */
  readonly clients?: string;
}

/** What gives a broker further listeners, with SASL PLAIN and SCRAM at those of SASL_SSL. */
export function withSecureListeners(
  settings: Readonly<Record<string, string>>,
  listeners: readonly SecureListener[],
  user: { readonly name: string; readonly password: string },
): Readonly<Record<string, string>> {
  const names = (of: (listener: SecureListener) => string): string => listeners.map(of).join(',');
  const advertised = ({ name, port, advertised: other }: SecureListener): string =>
    `${name}://localhost:${other ?? port}`;
  const own = listeners.flatMap(({ name, protocol, keystore, clients }) => {
    const prefix = `listener.name.${name.toLowerCase()}`;
    return [
      [`${prefix}.ssl.keystore.type`, 'PEM'],
      [`${prefix}.ssl.keystore.location`, keystore],
      ...(clients === undefined
        ? []
        : [
            [`${prefix}.ssl.truststore.type`, 'PEM'],
            [`${prefix}.ssl.truststore.location`, clients],
            [`${prefix}.ssl.client.auth`, 'required'],
          ]),
      ...(protocol === 'SSL'
        ? []
        : [
            [`${prefix}.sasl.enabled.mechanisms`, 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512'],
            [
              `${prefix}.plain.sasl.jaas.config`,
              `org.apache.kafka.common.security.plain.PlainLoginModule required user_${user.name}="${user.password}";`,
            ],
            ...['256', '512'].map((bits) => [
              `${prefix}.scram-sha-${bits}.sasl.jaas.config`,
              'org.apache.kafka.common.security.scram.ScramLoginModule required;',
            ]),
          ]),
    ];
  });
  return {
    ...settings,
    listeners: `${settings['listeners']},${names(({ name, port }) => `${name}://127.0.0.1:${port}`)}`,
    'advertised.listeners': `${settings['advertised.listeners']},${names(advertised)}`,
    'listener.security.protocol.map': `${settings['listener.security.protocol.map']},${names(({ name, protocol }) => `${name}:${protocol}`)}`,
    ...Object.fromEntries(own),
  };
}
