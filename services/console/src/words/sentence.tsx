import { cloneElement, isValidElement, type ComponentChild, type ComponentChildren } from 'preact';
import { readWords, type WordsPart } from './read-words.ts';
import { sayValue, wordsFor } from './say.ts';

interface SentenceProps {
  /** English words, as for `say`, with `<a>…</a>` around what an element holds. */
  readonly text: string;
  /** By the names in the text: values, and elements without children. */
  readonly [name: string]: ComponentChild;
}

function valueOf(part: Extract<WordsPart, { kind: 'value' }>, value: ComponentChild): ComponentChild {
  return typeof value === 'string' || typeof value === 'number' ? sayValue(part, value) : value;
}

/** The end of the element that opens at `from`. */
function closeOf(parts: readonly WordsPart[], from: number, name: string): number {
  const at = parts.findIndex((part, place) => place > from && part.kind === 'close' && part.name === name);
  return at < 0 ? parts.length : at;
}

function drawn(
  parts: readonly WordsPart[],
  given: Readonly<Record<string, ComponentChild>>,
): ComponentChildren {
  const children: ComponentChild[] = [];
  for (let place = 0; place < parts.length; place += 1) {
    const part = parts[place];
    if (part === undefined || part.kind === 'close') continue;
    if (part.kind === 'text') children.push(part.text);
    else if (part.kind === 'value') children.push(valueOf(part, given[part.name]));
    else {
      const end = closeOf(parts, place, part.name);
      const inner = drawn(parts.slice(place + 1, end), given);
      const element = given[part.name];
      children.push(isValidElement(element) ? cloneElement(element, {}, inner) : <>{inner}</>);
      place = end;
    }
  }
  return children;
}

/**
 * A sentence with elements inside, in the reader's language: `<Sentence text="See <a>the newest</a>." a={<a
 * href="/" />} />`. Where the words of an element stand is up to each language.
 */
export function Sentence({ text, ...given }: SentenceProps) {
  return <>{drawn(readWords(wordsFor(text)), given)}</>;
}
