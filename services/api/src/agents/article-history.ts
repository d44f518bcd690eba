import { editLines } from '@newsmill/operate';
import { editClassNames } from '@newsmill/contracts';
import { z } from 'zod';
import type { AgentDesk } from './agent-desk.ts';
import { Citation, citationLine, citationOf } from './citation.ts';
import { cutToTokens } from './estimate-tokens.ts';
import { fenced } from './fence.ts';
import { articleId, findArticle } from './get-article.ts';
import { plainLine } from './plain-text.ts';
import { answer, answerFields, fitting, maxTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

export const historyInput = z.strictObject({ id: articleId, maxTokens });
export const historyOutput = Citation.extend({
  edits: z
    .array(
      z.object({
        at: z.string().describe('When the mill first read it so.'),
        classes: z.array(z.enum(editClassNames)).describe('What the edit changed.'),
        changes: z
          .string()
          .describe('Between marks: what stood there (-) and what stands there now (+), headline first.'),
      }),
    )
    .describe('The newest first.'),
  ...answerFields,
});

const most = { edits: 20, lines: 40, tokensOfLine: 120 };

/** What the publisher changed of an article, edit by edit. */
export async function articleHistory(
  desk: AgentDesk,
  { id, maxTokens: limit }: z.output<typeof historyInput>,
): Promise<ToolAnswer> {
  const document = await findArticle(desk, id);
  const history = await desk.history(id);
  const nonce = newNonce();
  const edits = (history === undefined ? [] : editLines(history, most.edits)).toReversed();
  const items = edits.map(({ at, classes, lines }) => ({
    at,
    classes: [...classes],
    changes: fenced(
      lines
        .slice(0, most.lines)
        .map((line) => cutToTokens(plainLine(line), most.tokensOfLine))
        .join('\n'),
      nonce,
    ),
  }));
  const citation = citationOf(document);
  return fitting(items.length, limit, (count) => {
    const shown = items.slice(0, count);
    const left = items.length - count;
    return answer(
      `${citationLine(citation)} · ${items.length} ${items.length === 1 ? 'edit' : 'edits'}`,
      shown.map(({ at, classes, changes }) => `${at} ${classes.join(', ')}\n${changes}`).join('\n'),
      {
        ...citation,
        edits: shown,
        ...(left === 0 ? {} : { note: `${left} earlier edits did not fit into ${limit} tokens.` }),
      },
    );
  });
}
