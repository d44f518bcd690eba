import { sentencesOf } from '../../libs/enrich/src/duplicates/sentences-beyond.ts';
import { shareOf } from './read-pages.ts';

/** What an edit is given: the body, a seed, and sentences of another article of the same language. */
export interface Editable {
  readonly body: string;
  readonly seed: string;
  readonly foreign: readonly string[];
}
type Edit = (given: Editable) => string;

const paragraphsOf = (body: string) => body.split(/\n+/).filter((part) => part.trim() !== '');

/** Sentences of a body in paragraphs of three, for bodies without line breaks. */
function paragraphed(body: string): string[] {
  const parts = paragraphsOf(body);
  if (parts.length >= 4) return parts;
  const sentences = sentencesOf(body);
  return Array.from({ length: Math.ceil(sentences.length / 3) }, (_, at) =>
    sentences.slice(at * 3, at * 3 + 3).join(' '),
  );
}

/** That share of the sentences, spread by chance, gives way to sentences of another article. */
function exchanged(share: number): Edit {
  return ({ body, seed, foreign }) => {
    const sentences = sentencesOf(body);
    const order = sentences
      .map((_, at) => at)
      .sort((a, b) => shareOf(`${seed} ${a}`) - shareOf(`${seed} ${b}`));
    const gone = new Set(order.slice(0, Math.max(1, Math.round(share * sentences.length))));
    return sentences
      .map((sentence, at) => (gone.has(at) ? (foreign[at % foreign.length] ?? '') : sentence))
      .join('\n');
  };
}

const wire: Edit = ({ body, foreign }) =>
  [`By our own correspondent ${foreign[0] ?? ''}`, ...sentencesOf(body).slice(1), '(dpa/ap)'].join('\n');

function reordered({ body, seed }: Editable): string {
  const parts = paragraphed(body);
  const from = Math.floor(shareOf(seed) * (parts.length - 2));
  const moved = parts.slice(from, from + 2);
  return [...moved, ...parts.slice(0, from), ...parts.slice(from + 2)].join('\n');
}

/** How a publisher makes its own text of another's. */
export const edits: Readonly<Record<string, Edit>> = {
  same: ({ body }) => body,
  wire,
  cut: ({ body }) =>
    sentencesOf(body)
      .slice(0, Math.ceil(sentencesOf(body).length * 0.6))
      .join('\n'),
  expanded: ({ body, foreign }) =>
    [...paragraphed(body), ...foreign.slice(0, Math.max(2, Math.floor(sentencesOf(body).length * 0.4)))].join(
      '\n',
    ),
  exchanged5: exchanged(0.05),
  exchanged10: exchanged(0.1),
  exchanged20: exchanged(0.2),
  reordered,
};
