import type { z } from 'zod';
import { EventsQuery, SavedEventsQuery, SavedSearchBody } from './shapes/alerts.ts';
import type { AnswerName } from './shapes/answers.ts';
import { RelatedQuery, TimelineQuery, TopQuery, TrendsQuery } from './shapes/counts.ts';
import { ExportQuery } from './shapes/export-query.ts';
import { AddKeyBody, AddSourceBody, AuditQuery, DeadQuery, LedgerQuery, NoQuery, PreviewBody, ReplayBody, SearchQuery, SourceBody } from './shapes/parameters.ts';
import { TakedownBody } from './shapes/takedown.ts';

/** One thing that the API does; handlers, checks and the API description are made from this table. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Status and answer of success. */
  readonly status: number;
  readonly answer: AnswerName | 'Markdown' | 'Ninjs' | 'LinkedData' | 'OpenApi' | 'Export' | 'Nothing' | 'Rss' | 'Atom' | 'JsonFeed' | 'Events';
  /** The scope that a key needs; each holds those before it. Reading needs no key on this machine, or where reads are open. */
  readonly access: 'read' | 'write' | 'admin';
  /** Statuses of refusals besides 400 and 421. */
  readonly refusals: readonly number[];
}

export const operations = {
  search: { method: 'get', path: '/api/v1/search', summary: 'Searches the articles; without q the newest ones.', query: SearchQuery, status: 200, answer: 'SearchAnswer', access: 'read', refusals: [501, 503] },
  searchRss: { method: 'get', path: '/api/v1/search.rss', summary: 'The same search as RSS 2.0, the newest first unless sort says otherwise. Carries an ETag.', query: SearchQuery, status: 200, answer: 'Rss', access: 'read', refusals: [501, 503] },
  searchAtom: { method: 'get', path: '/api/v1/search.atom', summary: 'The same search as Atom.', query: SearchQuery, status: 200, answer: 'Atom', access: 'read', refusals: [501, 503] },
  searchJson: { method: 'get', path: '/api/v1/search.json', summary: 'The same search as JSON Feed 1.1.', query: SearchQuery, status: 200, answer: 'JsonFeed', access: 'read', refusals: [501, 503] },
  searchEvents: { method: 'get', path: '/api/v1/search/events', summary: 'What arrives and matches, as Server-Sent Events; goes on after Last-Event-ID.', query: EventsQuery, status: 200, answer: 'Events', access: 'read', refusals: [503] },
  savedSearches: { method: 'get', path: '/api/v1/saved-searches', summary: 'All saved searches, oldest first.', query: NoQuery, status: 200, answer: 'SavedSearchesAnswer', access: 'read', refusals: [] },
  addSavedSearch: { method: 'post', path: '/api/v1/saved-searches', summary: 'Saves a search; what matches from now on is sent to its webhook. The secret is told once.', query: NoQuery, body: SavedSearchBody, status: 201, answer: 'SavedSearchAnswer', access: 'write', refusals: [409] },
  savedSearch: { method: 'get', path: '/api/v1/saved-searches/{id}', summary: 'One saved search; its ETag is needed to change it.', query: NoQuery, status: 200, answer: 'SavedSearchAnswer', access: 'read', refusals: [404] },
  putSavedSearch: { method: 'put', path: '/api/v1/saved-searches/{id}', summary: 'Replaces a saved search.', query: NoQuery, body: SavedSearchBody, status: 200, answer: 'SavedSearchAnswer', access: 'write', refusals: [404, 412, 428] },
  removeSavedSearch: { method: 'delete', path: '/api/v1/saved-searches/{id}', summary: 'Removes a saved search and what its alerts knew.', query: NoQuery, status: 204, answer: 'Nothing', access: 'write', refusals: [404, 412, 428] },
  savedSearchRss: { method: 'get', path: '/api/v1/saved-searches/{id}.rss', summary: 'What a saved search finds, as RSS 2.0.', query: NoQuery, status: 200, answer: 'Rss', access: 'read', refusals: [404, 503] },
  savedSearchAtom: { method: 'get', path: '/api/v1/saved-searches/{id}.atom', summary: 'What a saved search finds, as Atom.', query: NoQuery, status: 200, answer: 'Atom', access: 'read', refusals: [404, 503] },
  savedSearchJson: { method: 'get', path: '/api/v1/saved-searches/{id}.json', summary: 'What a saved search finds, as JSON Feed 1.1.', query: NoQuery, status: 200, answer: 'JsonFeed', access: 'read', refusals: [404, 503] },
  savedSearchAlerts: { method: 'get', path: '/api/v1/saved-searches/{id}/alerts', summary: 'How the alerts of a saved search stand: what was sent, what waits, what failed.', query: NoQuery, status: 200, answer: 'AlertsAnswer', access: 'read', refusals: [404] },
  savedSearchEvents: { method: 'get', path: '/api/v1/saved-searches/{id}/events', summary: 'What arrives and matches a saved search, as Server-Sent Events.', query: SavedEventsQuery, status: 200, answer: 'Events', access: 'read', refusals: [404, 503] },
  rotateSecret: { method: 'post', path: '/api/v1/saved-searches/{id}/secret', summary: 'Makes a new secret for the webhook; the one before signs beside it for a day.', query: NoQuery, status: 200, answer: 'SecretAnswer', access: 'write', refusals: [404] },
  testSavedSearch: { method: 'post', path: '/api/v1/saved-searches/{id}/test', summary: 'Sends a signed test to the webhook now and tells what it answered.', query: NoQuery, status: 200, answer: 'TestAnswer', access: 'write', refusals: [404, 501] },
  article: { method: 'get', path: '/api/v1/articles/{id}', summary: 'One article with its provenance and removals. Carries an ETag.', query: NoQuery, status: 200, answer: 'Article', access: 'read', refusals: [404] },
  articleMarkdown: { method: 'get', path: '/api/v1/articles/{id}.md', summary: 'One article as Markdown with YAML front matter.', query: NoQuery, status: 200, answer: 'Markdown', access: 'read', refusals: [404] },
  articleNinjs: { method: 'get', path: '/api/v1/articles/{id}.ninjs', summary: 'One article as an item of IPTC ninjs 3.1, without loss.', query: NoQuery, status: 200, answer: 'Ninjs', access: 'read', refusals: [404] },
  articleLinkedData: { method: 'get', path: '/api/v1/articles/{id}.jsonld', summary: 'One article as schema.org NewsArticle in JSON-LD.', query: NoQuery, status: 200, answer: 'LinkedData', access: 'read', refusals: [404] },
  related: { method: 'get', path: '/api/v1/articles/{id}/related', summary: 'Articles with the telling words of one, the most alike first; none of its own family.', query: RelatedQuery, status: 200, answer: 'RelatedAnswer', access: 'read', refusals: [404, 503] },
  timeline: { method: 'get', path: '/api/v1/timeline', summary: 'How many articles were published when; the empty periods too.', query: TimelineQuery, status: 200, answer: 'TimelineAnswer', access: 'read', refusals: [503] },
  top: { method: 'get', path: '/api/v1/top', summary: 'The most frequent sources, people, places, topics and others.', query: TopQuery, status: 200, answer: 'TopAnswer', access: 'read', refusals: [503] },
  trends: { method: 'get', path: '/api/v1/trends', summary: 'What is written about more than in the days before.', query: TrendsQuery, status: 200, answer: 'TrendsAnswer', access: 'read', refusals: [503] },
  takedowns: { method: 'get', path: '/api/v1/takedowns', summary: 'Receipts of articles that were taken down.', query: NoQuery, status: 200, answer: 'TakedownsAnswer', access: 'admin', refusals: [501] },
  takeDown: { method: 'post', path: '/api/v1/articles/{id}/takedown', summary: 'Takes an article down for good: out of the library and the archive; no version of it comes in again. Answers the receipt.', query: NoQuery, body: TakedownBody, status: 200, answer: 'TakedownReceipt', access: 'admin', refusals: [404, 501] },
  liftTakedown: { method: 'delete', path: '/api/v1/articles/{id}/takedown', summary: 'Lets an article in again that was taken down, and fetches it anew.', query: NoQuery, status: 200, answer: 'TakedownReceipt', access: 'admin', refusals: [404, 501] },
  export: { method: 'get', path: '/api/v1/export', summary: 'Everything that changed since a cursor, as a stream: articles, and tombstones of those that are gone.', query: ExportQuery, status: 200, answer: 'Export', access: 'read', refusals: [503] },
  sources: { method: 'get', path: '/api/v1/sources', summary: 'Every source with its state, the reason of it, and its next poll; mistakes in source files.', query: NoQuery, status: 200, answer: 'SourcesAnswer', access: 'read', refusals: [] },
  addSource: { method: 'post', path: '/api/v1/sources', summary: 'Adds a source: a feed or sitemap, or what the publisher of a page offers.', query: NoQuery, body: AddSourceBody, status: 201, answer: 'AddedSourceAnswer', access: 'write', refusals: [409, 501] },
  ledger: { method: 'get', path: '/api/v1/ledger', summary: 'Where is my article? The fate of one address with its events and what happens next; without url the items by fate and source.', query: LedgerQuery, status: 200, answer: 'LedgerAnswer', access: 'read', refusals: [404] },
  audit: { method: 'get', path: '/api/v1/audit', summary: 'Counts per source and hour of discovery; says what does not add up.', query: AuditQuery, status: 200, answer: 'AuditAnswer', access: 'read', refusals: [] },
  dead: { method: 'get', path: '/api/v1/dead', summary: 'Dead letters, newest first, with the counts of their reasons.', query: DeadQuery, status: 200, answer: 'DeadAnswer', access: 'read', refusals: [] },
  deadLetter: { method: 'get', path: '/api/v1/dead/{id}', summary: 'One dead letter with its headers and bytes.', query: NoQuery, status: 200, answer: 'DeadLetterAnswer', access: 'read', refusals: [404] },
  replay: { method: 'post', path: '/api/v1/dead/replay', summary: 'Sends dead letters back to where they failed.', query: NoQuery, body: ReplayBody, status: 200, answer: 'ReplayAnswer', access: 'write', refusals: [404] },
  preview: { method: 'post', path: '/api/v1/preview', summary: 'Fetches a feed or page now and shows the articles it would give; keeps nothing.', query: NoQuery, body: PreviewBody, status: 200, answer: 'PreviewAnswer', access: 'write', refusals: [] },
  source: { method: 'get', path: '/api/v1/sources/{id}', summary: 'The file of one source. Carries the ETag that changes need.', query: NoQuery, status: 200, answer: 'Source', access: 'admin', refusals: [404] },
  putSource: { method: 'put', path: '/api/v1/sources/{id}', summary: 'Replaces the file of a source (If-Match: its ETag), or makes one (If-None-Match: *); answers 201 then.', query: NoQuery, body: SourceBody, status: 200, answer: 'Source', access: 'admin', refusals: [412, 428, 501] },
  removeSource: { method: 'delete', path: '/api/v1/sources/{id}', summary: 'Removes the file of a source (If-Match: its ETag). Its articles stay.', query: NoQuery, status: 204, answer: 'Nothing', access: 'admin', refusals: [404, 412, 428, 501] },
  keys: { method: 'get', path: '/api/v1/keys', summary: 'All keys, without their secrets; expired ones too.', query: NoQuery, status: 200, answer: 'KeysAnswer', access: 'admin', refusals: [] },
  addKey: { method: 'post', path: '/api/v1/keys', summary: 'Makes a key. It is shown in the answer and never again.', query: NoQuery, body: AddKeyBody, status: 201, answer: 'NewKeyAnswer', access: 'admin', refusals: [409] },
  revokeKey: { method: 'delete', path: '/api/v1/keys/{id}', summary: 'Revokes a key, at once; its sessions end.', query: NoQuery, status: 204, answer: 'Nothing', access: 'admin', refusals: [404] },
  sessions: { method: 'get', path: '/api/v1/sessions', summary: 'Browsers that are logged in to the console.', query: NoQuery, status: 200, answer: 'SessionsAnswer', access: 'admin', refusals: [] },
  endSession: { method: 'delete', path: '/api/v1/sessions/{id}', summary: 'Ends a session.', query: NoQuery, status: 204, answer: 'Nothing', access: 'admin', refusals: [404] },
  openApi: { method: 'get', path: '/api/v1/openapi.json', summary: 'This description.', query: NoQuery, status: 200, answer: 'OpenApi', access: 'read', refusals: [] },
} as const satisfies Readonly<Record<string, Operation>>;
