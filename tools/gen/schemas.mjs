// JSON Schemas of everything that travels or is written by people.
import { z } from 'zod';
import * as contracts from '@newsmill/contracts';

/** File name of each schema, and what it says of itself. */
const published = {
  source: [contracts.Source, 'A source: the whole of one file sources/<id>.yaml.', 'input'],
  'feed-entry': [contracts.FeedEntry, 'What a channel says of one article.'],
  'page-facts': [contracts.PageFacts, 'A fetched page without its bytes: the header `page` of a message.'],
  'fetched-page': [
    contracts.FetchedPage,
    'A fetched page; `body` is the value of the message, encoded as `encoding` says.',
  ],
  'clean-article': [contracts.CleanArticle, 'The output of the clean stage.'],
  'enriched-article': [contracts.EnrichedArticle, 'The output of the enrich stage.'],
  'extension-answer': [
    contracts.ExtensionAnswer,
    'What an extension found in an article: the header `newsmill-facts` of the message that it sends back.',
    'input',
  ],
  'article-gone': [
    contracts.ArticleGone,
    'The news that an article leaves the library, beside enriched articles.',
  ],
  'article-told': [contracts.ArticleTold, 'The news that another source has told of a page.'],
  'article-document': [contracts.ArticleDocument, 'The document in the library.'],
  'ledger-event': [contracts.LedgerEvent, 'What became of an item at a stage.'],
  'channel-push': [contracts.ChannelPush, 'What a WebSub hub sent for a channel.'],
  'alert-replay': [contracts.AlertReplay, 'A delivery of an alert that is to be sent again.'],
  'log-line': [contracts.LogLine, 'A line of the log of a process: one note.'],
  'dead-letter': [contracts.DeadLetterFacts, 'Why a message failed for good: a header of the dead letter.'],
};

/** Bytes have no form in JSON; they are the value of the message itself. */
function bytesAsBinary({ zodSchema, jsonSchema }) {
  if (zodSchema._zod.def.type === 'custom')
    Object.assign(jsonSchema, {
      type: 'string',
      contentEncoding: 'binary',
      description: 'The bytes of the message.',
    });
}

/**
 * JSON Schema 2020-12 of a zod schema, as it is read on the wire (`input`: what a person may leave out may be
 * left out).
 */
function jsonSchema(schema, io = 'output') {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', override: bytesAsBinary });
}

/** Name to JSON Schema. */
export function allSchemas() {
  return Object.fromEntries(
    Object.entries(published).map(([name, [schema, description, io]]) => {
      const { $schema, ...rest } = jsonSchema(schema, io);
      return [name, { $schema, $id: `urn:newsmill:schema:${name}`, title: name, description, ...rest }];
    }),
  );
}

export function schemaFiles() {
  return Object.entries(allSchemas()).map(([name, schema]) => [
    `docs/schemas/${name}.json`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
}
