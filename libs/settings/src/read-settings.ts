import { editDistance } from '@newsmill/text';
import { BadSettings } from './bad-settings.ts';
import { besideSharedBus, isGiven } from './port-forms.ts';
import { readTls, tlsServers, withoutTls } from './read-tls.ts';
import { type Environment, fileNameOf, fillSecrets, secretOfSourcePrefix } from './secret-files.ts';
import { settings, type Setting, type Settings } from './settings.ts';
import { formerSettings } from './unused-settings.ts';

/** Settings that mean something together only. */
const companions: readonly {
  readonly when: keyof Settings;
  readonly needs: readonly (keyof Settings)[];
  /** Why, and what to do instead. */
  readonly why?: string;
}[] = [
  { when: 'kafkaSaslMechanism', needs: ['kafkaSaslUsername', 'kafkaSaslPassword'] },
  { when: 'kafkaSaslUsername', needs: ['kafkaSaslMechanism'] },
  { when: 'kafkaSaslPassword', needs: ['kafkaSaslUsername'] },
  { when: 'kafkaCertificate', needs: ['kafkaKey'] },
  { when: 'kafkaKey', needs: ['kafkaCertificate'] },
  { when: 'redisCertificate', needs: ['redisKey'] },
  { when: 'redisKey', needs: ['redisCertificate'] },
  { when: 'elasticsearchCertificate', needs: ['elasticsearchKey'] },
  { when: 'elasticsearchKey', needs: ['elasticsearchCertificate'] },
  { when: 's3Certificate', needs: ['s3Key'] },
  { when: 's3Key', needs: ['s3Certificate'] },
  { when: 'elasticsearchUsername', needs: ['elasticsearchPassword'] },
  { when: 'elasticsearchPassword', needs: ['elasticsearchUsername'] },
  { when: 's3Endpoint', needs: ['s3Bucket', 's3AccessKey', 's3SecretKey'] },
  { when: 'oidcIssuer', needs: ['oidcClientId', 'oidcRules'] },
  { when: 'oidcClientId', needs: ['oidcIssuer'] },
  { when: 'oidcClientSecret', needs: ['oidcIssuer'] },
  { when: 'oidcRules', needs: ['oidcIssuer'] },
  { when: 'llmUrl', needs: ['llmModel'] },
  { when: 'llmModel', needs: ['llmUrl'] },
  { when: 'llmKey', needs: ['llmUrl'] },
  { when: 's3Bucket', needs: ['s3Endpoint'] },
  { when: 'smtpUrl', needs: ['mailFrom'] },
  { when: 'smtpUser', needs: ['smtpUrl', 'smtpPassword'] },
  { when: 'smtpPassword', needs: ['smtpUser'] },
  { when: 'matrixUrl', needs: ['matrixToken'] },
  { when: 'matrixToken', needs: ['matrixUrl'] },
  {
    when: 'extensions',
    needs: ['kafkaBrokers'],
    why: 'extensions take articles over Kafka, so they need the distributed form. In the embedded form an enricher of your own (NEWSMILL_ENRICHERS) adds facts: docs/enrich.md',
  },
];

function missingBeside(when: keyof Settings, missing: readonly (keyof Settings)[]): string {
  return `${settings[when].env} is set, so ${missing.map((need) => settings[need].env).join(' and ')} must be set too`;
}

/** What is missing beside what was given. */
function missingPartners(values: Readonly<Record<string, unknown>>): string[] {
  const pairs = companions.flatMap(({ when, needs, why }) => {
    const missing = isGiven(values[when]) ? needs.filter((need) => !isGiven(values[need])) : [];
    return missing.length === 0
      ? []
      : [`${missingBeside(when, missing)}${why === undefined ? '' : `: ${why}`}`];
  });
  const beside = besideSharedBus(values);
  if (beside === undefined) return pairs;
  return [
    ...pairs,
    `${missingBeside(beside.when, beside.missing)}: any process may take what lies in that queue, and files of SQLite belong to one process. Without ${settings[beside.when].env} one process does all of the work, and each of the others may be set or not`,
  ];
}

/** The names in an environment that are no settings, each with the nearest one; `beside`: names that are known too. */
export function unknownNames(environment: Environment, beside: readonly string[] = []): string[] {
  const known: string[] = Object.values(settings).flatMap(({ env, secret }) =>
    secret ? [env, fileNameOf(env)] : [env],
  );
  known.push(...beside);
  // Names of OpenTelemetry that are no settings are for others; of ours, one may take another for a secret.
  const mistaken = Object.values(settings).map(({ env }) => fileNameOf(env));
  return Object.keys(environment)
    .filter(
      (name) =>
        (name.startsWith('NEWSMILL_') || mistaken.includes(name)) &&
        !known.includes(name) &&
        !(name in formerSettings) &&
        !name.startsWith(secretOfSourcePrefix) &&
        name !== 'NEWSMILL_BENCH',
    )
    .map((name) => {
      const nearest = [...known].sort((a, b) => editDistance(name, a) - editDistance(name, b))[0];
      return `${name} is no setting${nearest !== undefined && editDistance(name, nearest) <= 4 ? `; did you mean ${nearest}?` : '; see docs/settings.md'}`;
    });
}

/** What an environment says of a setting; one that is empty is not set. */
export const parseSetting = <T>({ env, schema, fallback }: Setting<T>, environment: Environment) => {
  const given = environment[env];
  return schema.safeParse(given === undefined || given === '' ? fallback : given);
};

/** Reads all settings from environment variables. Throws BadSettings with every mistake at once. */
export function readSettings(environment: Environment): Settings {
  const { filled, problems: unread } = fillSecrets(environment);
  const problems = [...unknownNames(environment), ...unread];
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries<Setting<unknown>>(settings)) {
    const parsed = parseSetting(entry, filled);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(
        `${entry.env}=${entry.secret ? '…' : JSON.stringify(filled[entry.env])}: ${parsed.error.issues.map((issue) => issue.message).join('; ')} (${entry.description})`,
      );
  }
  problems.push(...missingPartners(values), ...withoutTls(values));
  for (const server of tlsServers) problems.push(...readTls(server, values).problems);
  if (problems.length > 0) throw new BadSettings(problems);
  return values as Settings; // every key of the table was parsed by its own schema above
}
