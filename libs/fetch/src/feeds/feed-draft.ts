import type { RslBuilder } from '../rights/read-rsl.ts';
import type { FeedEnclosure, FeedPerson } from './feed-document.ts';

/** Everything a feed or entry was heard to say, before it is decided what counts. */
export interface FeedDraft {
  /** Texts of the elements by name, in order. */
  readonly fields: Map<string, string[]>;
  readonly links: { readonly rel: string; readonly href: string; readonly type: string }[];
  readonly people: (FeedPerson & { readonly role: string })[];
  readonly categories: string[];
  readonly enclosures: FeedEnclosure[];
  image: string | undefined;
  language: string | undefined;
  /** `isPermaLink="false"` of an RSS guid. */
  isGuidOpaque: boolean;
  /** Licences of Really Simple Licensing that stand in it. */
  rsl: RslBuilder | undefined;
}

export function newDraft(language: string | undefined): FeedDraft {
  return {
    fields: new Map(),
    links: [],
    people: [],
    categories: [],
    enclosures: [],
    image: undefined,
    language,
    isGuidOpaque: false,
    rsl: undefined,
  };
}

/**
 * Greatest number of values kept of one element, and of links, people, categories and enclosures of one
 * entry.
 */
const maxValues = 200;

/** Appends within the limit. */
export function keep<T>(list: T[], value: T): void {
  if (list.length < maxValues) list.push(value);
}

/** Adds the text of an element. */
export function addField(draft: FeedDraft, name: string, value: string): void {
  const list = draft.fields.get(name);
  if (list === undefined) draft.fields.set(name, [value]);
  else keep(list, value);
}

/** The first text that is not empty, by the order of the names. */
export function firstField(draft: FeedDraft, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = draft.fields.get(name)?.find((text) => text !== '');
    if (value !== undefined) return value;
  }
  return undefined;
}
