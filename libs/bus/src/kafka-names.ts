const own = 'newsmill';

/**
 * Names of a mill in the cluster: `newsmill.x` becomes `<namespace>.x`, `newsmill-x` becomes `<namespace>-x`,
 * any other name gets the namespace in front.
 */
export class KafkaNames {
  readonly #namespace: string;

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  topic(name: string): string {
    return `${this.#namespace}.${name.startsWith(`${own}.`) ? name.slice(own.length + 1) : name}`;
  }

  /**
   * One Kafka group for each topic of a group: members of one group that read different topics would get each
   * other's partitions.
   */
  group(name: string, topic: string): string {
    return `${this.groupPrefix(name)}${this.topic(topic)}`;
  }

  groupPrefix(name: string): string {
    return `${this.#namespace}-${name.startsWith(`${own}-`) ? name.slice(own.length + 1) : name}:`;
  }

  /** The port's name of a topic in the cluster. */
  portTopic(kafkaName: string): string {
    const prefix = `${this.#namespace}.`;
    return kafkaName.startsWith(prefix) ? `${own}.${kafkaName.slice(prefix.length)}` : kafkaName;
  }
}
