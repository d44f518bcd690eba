import type { Addresses, ServerName, StopSignal } from './servers.ts';

/** What a test asks of the keeper of its servers. */
export type KeeperRequest =
  | { readonly kind: 'use'; readonly pid: number; readonly names: readonly ServerName[] }
  | { readonly kind: 'stop'; readonly name: ServerName; readonly signal: StopSignal }
  | { readonly kind: 'start'; readonly name: ServerName }
  | { readonly kind: 'end' };

/** One line of its answer: news while it works, then the result or what went wrong. */
export type KeeperLine =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'done'; readonly addresses: Partial<Addresses> }
  | { readonly kind: 'ending' }
  | { readonly kind: 'failed'; readonly message: string };

/** The file in which a keeper says where it listens. */
export const keeperFile = 'keeper.json';
export interface KeeperPlace {
  readonly pid: number;
  readonly port: number;
}
