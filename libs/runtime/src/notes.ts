import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

/** The notes that the runtime writes: each is a log line and a counter. Values are fields, never glued into text. */
export interface Notes {
  'mill.started': { readonly address: string };
  'mill.stopping': { readonly signal: string };
  'stage.started': { readonly stage: string };
  'stage.stopped': { readonly stage: string };
  'message.dropped': { readonly stage: string; readonly key: string; readonly reason: string };
  'message.retrying': {
    readonly stage: string;
    readonly key: string;
    readonly attempt: number;
    readonly error: string;
  };
  'message.dead': {
    readonly stage: string;
    readonly key: string;
    readonly reason: string;
    readonly detail: string;
  };
  'enricher.failed': { readonly enricher: string; readonly item: string; readonly problem: string };
  'stage.stalled': { readonly stage: string; readonly error: string };
  'advice.failed': { readonly stage: string; readonly error: string };
  'advice.missed': { readonly task: string; readonly article: string; readonly reason: string };
  'advice.spent': { readonly spent: number; readonly budget: number };
  'source.failing': {
    readonly source: string;
    readonly url: string;
    readonly error: string;
    readonly attempt: number;
  };
  'source.recovered': { readonly source: string; readonly url: string };
  'source.discovered': { readonly source: string; readonly url: string; readonly kind: string };
  'websub.asked': {
    readonly source: string;
    readonly url: string;
    readonly hub: string;
    readonly mode: string;
  };
  'websub.confirmed': {
    readonly source: string;
    readonly channel: string;
    readonly mode: string;
    readonly leaseSeconds: number;
  };
  'websub.denied': { readonly source: string; readonly channel: string; readonly reason: string };
  'websub.failed': {
    readonly source: string;
    readonly url: string;
    readonly hub: string;
    readonly reason: string;
  };
  'websub.silent': { readonly source: string; readonly url: string; readonly hub: string };
  'websub.pushed': { readonly source: string; readonly url: string; readonly entries: number };
  'websub.ignored': { readonly source: string; readonly channel: string; readonly reason: string };
  'backfill.advanced': {
    readonly source: string;
    readonly url: string;
    readonly records: number;
    readonly pages: number;
    readonly offset: number;
  };
  'backfill.ended': {
    readonly source: string;
    readonly url: string;
    readonly records: number;
    readonly pages: number;
    readonly problem: string;
  };
  'alert.sent': { readonly search: string; readonly delivery: string; readonly articles: number };
  'alert.failed': {
    readonly search: string;
    readonly delivery: string;
    readonly attempt: number;
    readonly problem: string;
  };
  'alert.stopped': { readonly search: string; readonly reason: string };
  'article.kept': { readonly source: string; readonly url: string; readonly reason: string };
  'sources.loaded': { readonly count: number; readonly problems: number };
  'intake.paused': { readonly reason: string };
  'intake.resumed': { readonly reason: string };
  'archive.pruned': { readonly files: number; readonly bytes: number };
  'articles.expired': { readonly articles: number };
  'port.missing': { readonly port: string; readonly reason: string };
  'port.back': { readonly port: string };
  'bus.report': { readonly kind: string; readonly detail: string };
  'state.lost': { readonly rebuiltHere: boolean };
  'state.rebuilt': { readonly owner: string };
}
export type NoteName = keyof Notes;
export type Note = <N extends NoteName>(name: N, fields: Notes[N]) => void;

const levels: Record<NoteName, 'debug' | 'info' | 'warn' | 'error'> = {
  'mill.started': 'info',
  'mill.stopping': 'info',
  'stage.started': 'info',
  'stage.stopped': 'info',
  'message.dropped': 'debug',
  'message.retrying': 'info',
  'message.dead': 'info',
  'enricher.failed': 'warn',
  'stage.stalled': 'error',
  'advice.failed': 'warn',
  'advice.missed': 'info',
  'advice.spent': 'warn',
  'source.failing': 'info',
  'source.recovered': 'info',
  'source.discovered': 'info',
  'websub.asked': 'info',
  'websub.confirmed': 'info',
  'websub.denied': 'warn',
  'websub.failed': 'warn',
  'websub.silent': 'warn',
  'websub.pushed': 'debug',
  'websub.ignored': 'warn',
  'backfill.advanced': 'debug',
  'backfill.ended': 'info',
  'alert.sent': 'debug',
  'alert.failed': 'warn',
  'alert.stopped': 'warn',
  'article.kept': 'warn',
  'sources.loaded': 'info',
  'intake.paused': 'warn',
  'intake.resumed': 'warn',
  'archive.pruned': 'info',
  'articles.expired': 'info',
  'port.missing': 'warn',
  'port.back': 'info',
  'bus.report': 'warn',
  'state.lost': 'warn',
  'state.rebuilt': 'warn',
};

/** Makes the one function by which the runtime speaks. */
export function createNote(logger: Logger, metrics: Metrics): Note {
  return (name, fields) => {
    metrics.notes.inc({ note: name });
    const values: object = fields;
    logger[levels[name]](values, name);
  };
}
