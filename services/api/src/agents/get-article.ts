import type { ArticleDocument } from '@newsmill/contracts';
import { Refusal } from '@newsmill/operate';
import { z } from 'zod';
import type { AgentDesk } from './agent-desk.ts';
import { Citation, citationLine, citationOf } from './citation.ts';
import { cutToTokens } from './estimate-tokens.ts';
import { fenced } from './fence.ts';
import { plainLine, plainText } from './plain-text.ts';
import { answer, answerFields, maxTokens, newNonce, sizeOf, type ToolAnswer } from './tool-answer.ts';

export const articleId = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'an id as search_articles gives it');

export const articleInput = z.strictObject({
  id: articleId,
  cursor: z
    .string()
    .regex(/^\d{1,16}\.\d{1,12}$/, 'the next of the answer before')
    .optional()
    .describe('The next of the previous answer, for the rest of a long text.'),
  maxTokens,
});
export const articleOutput = Citation.extend({
  title: z.string(),
  authors: z.array(z.string()),
  flags: z.array(z.string()),
  licence: z.string().optional(),
  text: z.string().describe('Text of the article between marks.'),
  offset: z.int().describe('Where this piece begins in the text, in characters.'),
  length: z.int().describe('Characters of the whole text.'),
  ...answerFields,
});

/** The article of an id. Refuses with unknown-article. */
export async function findArticle(desk: AgentDesk, id: string): Promise<ArticleDocument> {
  const document = await desk.article(id);
  if (document === undefined)
    throw new Refusal(
      'unknown-article',
      `There is no article ${id}. search_articles gives ids; explain says what became of an address.`,
    );
  return document;
}

/** One article, its text in pieces where it is long. */
export async function getArticle(
  desk: AgentDesk,
  { id, cursor, maxTokens: most }: z.output<typeof articleInput>,
): Promise<ToolAnswer> {
  const document = await findArticle(desk, id);
  const nonce = newNonce();
  const text = plainText(document.content);
  const [version, place] = cursor === undefined ? [document.version, 0] : cursor.split('.').map(Number);
  const isOther = version !== document.version;
  const offset = isOther ? 0 : Math.min(place ?? 0, text.length);
  const make = (tokens: number) =>
    pieceOf(document, { text, offset, piece: cutToTokens(text.slice(offset), tokens), isOther, nonce });
  let made = make(most);
  for (let tokens = most; sizeOf(made) > most && tokens > 0; ) {
    tokens = Math.max(0, tokens - (sizeOf(made) - most) - 20);
    made = make(tokens);
  }
  return made;
}

interface Piece {
  readonly text: string;
  readonly offset: number;
  readonly piece: string;
  readonly isOther: boolean;
  readonly nonce: string;
}

function pieceOf(document: ArticleDocument, { text, offset, piece, isOther, nonce }: Piece): ToolAnswer {
  const end = offset + piece.length;
  const title = cutToTokens(plainLine(document.title), 80);
  const authors = document.authors.slice(0, 5).map((author) => cutToTokens(plainLine(author), 15));
  const notes = [
    ...(document.rights?.withheld ?? []).map((reason) => cutToTokens(plainLine(reason), 60)),
    ...(isOther ? ['There is another version of the article now; this is its beginning.'] : []),
    ...(end < text.length
      ? [`Characters ${offset} to ${end} of ${text.length}; ask again with the cursor for more.`]
      : []),
  ];
  const citation = citationOf(document);
  const structured = {
    ...citation,
    title,
    authors,
    flags: document.flags.slice(0, 10).map((flag) => cutToTokens(flag, 8)),
    ...(document.licence === undefined ? {} : { licence: cutToTokens(plainLine(document.licence), 20) }),
    text: fenced(piece, nonce),
    offset,
    length: text.length,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    ...(end < text.length ? { next: `${document.version}.${end}` } : {}),
  };
  return answer(
    citationLine(citation),
    fenced(
      [
        ...(offset === 0 ? [title, ...(authors.length === 0 ? [] : [authors.join(', ')]), ''] : []),
        piece,
      ].join('\n'),
      nonce,
    ),
    structured,
  );
}
