import { hostname } from 'node:os';
import { pino, type DestinationStream, type Logger } from 'pino';
import { secretsIn, type Settings } from '@newsmill/settings';
import { hideSecrets, type Hiding } from './hide-secrets.ts';
import { currentTraceId } from '../tracing/trace.ts';

export interface LogOptions {
  readonly settings: Settings;
  /** What the process runs; `mill`: all of it. */
  readonly service: string;
  /** The environment with the secrets that source files may refer to. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What takes secrets out of the lines; without it those of settings and environment go. */
  readonly hiding?: Hiding;
}

/** Writes the lines of a process: JSON on standard error, in the form of LogLine, without secrets. */
export function createLogger(
  { settings, service, environment = {}, hiding = hideSecrets(secretsIn(settings, environment)) }: LogOptions,
  to: DestinationStream = pino.destination(2),
): Logger {
  return pino(
    {
      level: settings.logLevel,
      base: { service, host: hostname(), pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: () => {
        const traceId = currentTraceId();
        return traceId === undefined ? {} : { traceId };
      },
      hooks: { streamWrite: (line) => hiding.hide(line) },
    },
    to,
  );
}
