import { join } from 'node:path';
import type { HttpClientOptions } from '@newsmill/http';
import { ownServersIn, settings } from '@newsmill/settings';
import type { DeclaredOption, Environment } from './define-command.ts';
import { flag, several, text } from './options.ts';

/** Options that mean the same wherever they stand. */
export const data: DeclaredOption<string> = {
  takes: '<folder>',
  description: 'folder of the mill',
  fallbackOf: (environment) => environment[settings.data.env] ?? settings.data.fallback ?? './data',
};
export const sources = text('<folder>', 'folder of the source files; <data>/sources without it');
export const allowPrivate = several('<host:port...>', 'private host:port pairs that may be asked');
export const asJson = flag('as JSON');
export const asJsonLines = flag('as JSON lines');

/** Where the source files lie. */
export function sourcesFolder(
  options: { readonly sources?: string; readonly data: string },
  environment: Environment,
): string {
  return options.sources ?? environment[settings.sources.env] ?? join(options.data, 'sources');
}

/** As what a command asks publishers, and which servers they cannot lead it to. */
export const webOf = (environment: Environment): HttpClientOptions => ({
  userAgent: environment[settings.userAgent.env] ?? settings.userAgent.fallback ?? 'newsmill',
  ownServers: ownServersIn(environment),
});
