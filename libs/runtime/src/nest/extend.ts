import {
  accept,
  extensionGroup,
  pipeline,
  returnedTopic,
  sentTopic,
  type EnrichedArticle,
  type ExtendedArticle,
  type ExtensionAnswer,
} from '@newsmill/contracts';
import { handle, type Decorates, type StepOptions } from './step.ts';

/** An extension of the mill: a step of one's own between enrich and index. */
export interface ExtensionOptions {
  /** As in NEWSMILL_EXTENSIONS: lower-case letters, digits and `-`. */
  readonly name: string;
  /** Goes up when it answers otherwise. */
  readonly version: string;
}

type Facts = ExtensionAnswer['facts'];

/**
 * Handles each article that enrich sends to the extension: `method(article)` answers its facts, which the article takes
 * with it (docs/extensions.md). What it throws makes a dead letter, which `newsmill dead replay` sends to it again.
 */
export function Extend({
  name,
  version,
}: ExtensionOptions): Decorates<(article: EnrichedArticle) => Facts | Promise<Facts>> {
  const to = returnedTopic(name);
  const options: StepOptions<ExtendedArticle, ExtendedArticle> = {
    step: { ...pipeline.enrich, group: extensionGroup },
    label: `extension-${name}`,
    // What was sent has the headers of what is sent back.
    from: { ...to, name: sentTopic(name).name },
    to,
    handOver: () => ({ to, extension: name }),
    // The topics of the next tries are those of enrich.
    retries: false,
    pace: { batch: 32, parallel: 4, gatherMs: 5 },
    answer: (article, facts) => accept({ ...article, answer: JSON.stringify({ version, facts }) }),
  };
  return handle({ kind: 'step', options });
}
