import { describe, expect, it } from '@jest/globals';
import { hostname } from 'node:os';
import { LogLine } from '@newsmill/contracts';
import { readSettings } from '@newsmill/settings';
import { createMetrics } from '../metrics.ts';
import { createLogger } from './create-logger.ts';
import { createNestLogger } from './nest-logger.ts';
import { createNote } from './create-note.ts';
import { hideSecrets } from './hide-secrets.ts';
import { inTrace } from '../tracing/trace.ts';

function openLog(environment: Record<string, string> = {}) {
  const lines: string[] = [];
  const settings = readSettings({ NEWSMILL_LOG_LEVEL: 'debug', ...environment });
  const logger = createLogger(
    { settings, service: 'fetch+api', environment },
    { write: (line) => void lines.push(line) },
  );
  return { lines, note: createNote(logger, createMetrics()) };
}

describe('a line of the log', () => {
  it('has time, level, service, host and process, and the trace of the message that is worked on', async () => {
    const { lines, note } = openLog();
    const before = new Date().toISOString();
    await inTrace('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', async () => {
      await Promise.resolve();
      note('message.dropped', { stage: 'clean', key: 'k', reason: 'too-short' });
    });
    note('stage.started', { stage: 'clean' });
    const [dropped, started] = lines.map((line) => LogLine.parse(JSON.parse(line)));
    expect(dropped).toMatchObject({
      level: 'debug',
      service: 'fetch+api',
      host: hostname(),
      pid: process.pid,
      traceId: '0af7651916cd43dd8448eb211c80319c',
      msg: 'message.dropped',
      key: 'k',
    });
    expect(String(dropped?.time) >= before).toBe(true);
    expect(started).not.toHaveProperty('traceId');
  });
  it('shows no secret, wherever it comes from and however it is written', () => {
    const secrets = {
      NEWSMILL_ADMIN_KEY: 'very "secret" admin key',
      NEWSMILL_REDIS_URL: 'redis://user:p%40ssword@127.0.0.1:1',
      NEWSMILL_SECRET_PAPER: 'token/of the paper',
    };
    const { lines, note } = openLog(secrets);
    const text = `${secrets.NEWSMILL_ADMIN_KEY} ${secrets.NEWSMILL_REDIS_URL} p@ssword https://paper.example/?key=${encodeURIComponent(secrets.NEWSMILL_SECRET_PAPER)}`;
    note('intake.paused', { reason: text });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      reason: '[hidden] [hidden] [hidden] https://paper.example/?key=[hidden]',
    });
  });
  it('shows none that took the place of another either', () => {
    const hiding = hideSecrets(['the-first-secret']);
    hiding.add(['the-second secret', 'short']);
    expect(hiding.hide('the-first-secret the-second%20secret the-second secret short')).toBe(
      '[hidden] [hidden] [hidden] short',
    );
  });
  it('comes of what Nest says too', () => {
    const { lines, note } = openLog();
    const nest = createNestLogger(note);
    nest.log('started', 'NestFactory');
    nest.error(new Error('broken'), undefined, 'api');
    nest.warn({ odd: 1 });
    expect(lines.map((line) => LogLine.parse(JSON.parse(line)))).toMatchObject([
      { level: 'debug', msg: 'framework.said', context: 'NestFactory', text: 'started' },
      {
        level: 'error',
        msg: 'framework.failed',
        context: 'api',
        text: expect.stringContaining('Error: broken'),
      },
      { level: 'warn', msg: 'framework.warned', context: '', text: '{"odd":1}' },
    ]);
  });
});
