import { describe, expect, it } from '@jest/globals';
import { BadSettings } from './bad-settings.ts';
import { readSettings } from './read-settings.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
    throw error;
  }
}

describe('readSettings', () => {
  it('gives every setting its default', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      retryLadder: [30_000, 300_000, 3_600_000],
      demo: undefined,
    });
  });
  it('reports all mistakes together, with the name and what is allowed', () => {
    const problems = problemsOf({
      NEWSMILL_PORT: 'eighty',
      NEWSMILL_RETRY_LADDER: '1 second',
      NEWSMILL_DEMO: 'maybe',
    });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/NEWSMILL_PORT="eighty".*whole number/);
  });
  it('says which settings of the distributed form are missing beside the others', () => {
    expect(
      problemsOf({
        NEWSMILL_KAFKA_BROKERS: 'kafka:9092',
        NEWSMILL_ELASTICSEARCH_URL: 'http://elasticsearch:9200',
      }).join('\n'),
    ).toMatch(/NEWSMILL_KAFKA_BROKERS is set, so NEWSMILL_REDIS_URL must be set too/);
    expect(
      problemsOf({
        NEWSMILL_KAFKA_BROKERS: 'kafka:9092',
        NEWSMILL_REDIS_URL: 'redis://redis:6379',
        NEWSMILL_ELASTICSEARCH_URL: 'http://elasticsearch:9200',
        NEWSMILL_KAFKA_SASL_MECHANISM: 'plain',
      }),
    ).toHaveLength(1);
  });
  it('reads extensions in their order, and refuses them without Kafka, with what to do instead', () => {
    const servers = {
      NEWSMILL_KAFKA_BROKERS: 'kafka:9092',
      NEWSMILL_REDIS_URL: 'redis://redis:6379',
      NEWSMILL_ELASTICSEARCH_URL: 'http://elasticsearch:9200',
    };
    expect(readSettings({ ...servers, NEWSMILL_EXTENSIONS: 'tone, -desk' }).extensions).toEqual([
      { name: 'tone', isSkipped: false },
      { name: 'desk', isSkipped: true },
    ]);
    expect(problemsOf({ NEWSMILL_EXTENSIONS: 'tone' })).toEqual([
      expect.stringMatching(
        /NEWSMILL_EXTENSIONS is set, so NEWSMILL_KAFKA_BROKERS must be set too: .*distributed form.*NEWSMILL_ENRICHERS/,
      ),
    ]);
    for (const words of ['Tone', 'tone,-tone', 'a', 'tone.mood'])
      expect(problemsOf({ ...servers, NEWSMILL_EXTENSIONS: words })).toHaveLength(1);
  });
  it('shows no secret in a mistake', () => {
    const said = problemsOf({
      NEWSMILL_ADMIN_KEY: 'tooshort',
      NEWSMILL_REDIS_URL: 'http://me:hidden@redis',
    }).join('\n');
    expect(said).toMatch(/NEWSMILL_ADMIN_KEY=….*at least 16 characters/);
    expect(said).not.toMatch(/tooshort|hidden/);
  });
  it('refuses addresses of the wrong kind', () => {
    expect(problemsOf({ NEWSMILL_KAFKA_BROKERS: 'http://kafka:9092' })[0]).toMatch(/host:port pairs/);
    expect(problemsOf({ NEWSMILL_ELASTICSEARCH_URL: 'elasticsearch:9200' })[0]).toMatch(
      /http:\/\/ or https:\/\//,
    );
  });
  it('refuses headers that do not decode', () => {
    const headersOf = (text: string) =>
      problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_EXPORTER_OTLP_HEADERS: text });
    expect(headersOf('authorization=Bearer%20x,team=%C3%A4')).toEqual([]);
    for (const wrong of ['authorization=%FF', 'authorization', '=x', 'a=b%2'])
      expect(headersOf(wrong).join('\n')).toMatch(/OTEL_EXPORTER_OTLP_HEADERS.*percent-encoded/);
  });
  it('asks whether another setting was meant', () => {
    expect(problemsOf({ NEWSMILL_PROT: '1' })[0]).toBe(
      'NEWSMILL_PROT is no setting; did you mean NEWSMILL_PORT?',
    );
  });
});
