import type { ServiceName } from '@newsmill/contracts';
import { isGiven } from './port-forms.ts';
import { fileNameOf, type Environment } from './secret-files.ts';
import { settings, type Settings } from './settings.ts';

/** Settings that say more of another one: without that they have no effect. */
interface Refinement {
  readonly of: keyof Settings;
  /** Where services run apart, the one whose settings they are: all may have them, and one tells of them. */
  readonly service: ServiceName;
  readonly names: readonly (keyof Settings)[];
}

// biome-ignore format: a table, read by its rows
const refinements: readonly Refinement[] = [
  { of: 'kafkaBrokers', service: 'fetch', names: ['kafkaTls', 'kafkaCa', 'kafkaCertificate', 'kafkaKey', 'kafkaSaslMechanism', 'kafkaSaslUsername', 'kafkaSaslPassword', 'kafkaPartitions', 'kafkaReplication'] },
  { of: 'redisUrl', service: 'fetch', names: ['redisCa', 'redisCertificate', 'redisKey', 'redisSentinels', 'redisReplicas'] },
  { of: 'elasticsearchUrl', service: 'index', names: ['elasticsearchUsername', 'elasticsearchPassword', 'elasticsearchApiKey', 'elasticsearchCa', 'elasticsearchCertificate', 'elasticsearchKey', 'elasticsearchShards', 'elasticsearchReplicas', 'elasticsearchRefresh', 'elasticsearchCodec'] },
  { of: 's3Endpoint', service: 'fetch', names: ['s3Region', 's3AccessKey', 's3SecretKey', 's3Ca', 's3Certificate', 's3Key'] },
  { of: 'otlpEndpoint', service: 'index', names: ['otlpHeaders'] },
  { of: 'llmUrl', service: 'enrich', names: ['llmTasks', 'llmBudget', 'llmTimeout', 'llmParallel'] },
];

/** Settings of earlier versions, with the reason why they have no effect; they keep no mill from starting. */
export const formerSettings: Readonly<Record<string, string>> = {
  NEWSMILL_KAFKA_CLIENT: 'kafkajs is the only client of Kafka; take the setting out',
};

/** A setting that was given and has no effect. */
export interface UnusedSetting {
  readonly name: string;
  readonly why: string;
}

/**
 * The settings of the environment that have no effect beside what was read, each with the reason: those of
 * these services, without them all.
 */
export function unusedSettings(
  environment: Environment,
  read: Settings,
  services?: readonly ServiceName[],
): readonly UnusedSetting[] {
  const isThere = (name: string) => (environment[name] ?? '') !== '';
  const former =
    services?.includes('fetch') === false
      ? []
      : Object.entries(formerSettings)
          .filter(([name]) => isThere(name))
          .map(([name, why]) => ({ name, why }));
  const idle = refinements
    .filter(({ of, service }) => !isGiven(read[of]) && services?.includes(service) !== false)
    .flatMap(({ of, names }) =>
      names
        .flatMap((name) => [settings[name].env, fileNameOf(settings[name].env)])
        .filter(isThere)
        .map((name) => ({ name, why: `${settings[of].env} is not set` })),
    );
  return [...former, ...idle];
}
