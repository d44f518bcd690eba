import { isTopicField, topicLabel, type Completion } from '@newsmill/contracts';
import { completedQuery, completionStarts } from '@newsmill/search';
import type { LibraryReader } from '@newsmill/store';
import type { CompleteQuery } from '@newsmill/operate';
import type { CompletionsAnswer } from '../shapes/answers.ts';

/** What the end of a query may be completed to: names of several typed words first, then the most frequent. */
export async function readCompletions(
  library: Pick<LibraryReader, 'complete'>,
  { q, limit }: CompleteQuery,
): Promise<CompletionsAnswer> {
  const found = await Promise.all(
    completionStarts(q).map(async (start) =>
      (await library.complete({ start: start.start, kinds: start.kinds, limit })).map((completion) => ({
        q: completedQuery(q, start, completion),
        ...shownAs(completion),
      })),
    ),
  );
  return { items: found.flat().slice(0, limit) };
}

function shownAs({ kind, text, articles }: Completion): Completion {
  return { kind, text: isTopicField(kind) ? topicLabel(text) : text, articles };
}
