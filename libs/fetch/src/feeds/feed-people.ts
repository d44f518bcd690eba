import type { FeedPerson } from './feed-document.ts';
import type { FeedDraft } from './feed-draft.ts';
import { plainStart } from './plain-start.ts';

/** Role of an author of the feed that an entry was copied from. */
export const sourceAuthor = 'source:author';

/** Where a list of persons is parted: behind a mail address with its name, and at semicolons. */
const betweenPeople = /(?<!&#?\w{1,10});\s*|(?<=\)|>)\s*,\s*|,\s+(?=[^\s,;@]+@)/;

/** The persons that one text names, as far as its punctuation parts them; a comma may stand inside a name. */
export function peopleIn(text: string): FeedPerson[] {
  return text
    .slice(0, 2_000)
    .split(betweenPeople)
    .flatMap((part) => personOf(part) ?? []);
}

/** A person as RSS writes one: `mail@host (Name)`, `Name <mail@host>`, `Name`, `mail@host`. */
function personOf(text: string): FeedPerson | undefined {
  const tidy = text.slice(0, 500).replace(/\s+/g, ' ').trim();
  if (tidy === '') return undefined;
  // bounded: 500, the text is cut above.
  const mail = /[^\s<>()"',;:@]+@[^\s<>()"',;:@]+\.[^\s<>()"',;:@]+/.exec(tidy)?.[0];
  if (mail === undefined) return { name: tidy };
  const name = tidy
    .replace(mail, ' ')
    .replace(/mailto:/i, ' ')
    .replace(/[()<>[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"',:;-]+|(?<![\s"',:;-])[\s"',:;-]+$/g, '');
  return name === '' ? { email: mail } : { name, email: mail };
}

const nobody: readonly FeedPerson[] = [];

/** Authors first, then creators, then whoever else is named; one mention of each. */
export function peopleOf(draft: FeedDraft, ...names: readonly string[]): readonly FeedPerson[] {
  const said: FeedPerson[] = draft.people
    .filter(({ role }) => role === 'author')
    .map(({ role: _role, ...person }) => person);
  for (const name of names) {
    for (const text of draft.fields.get(name) ?? []) {
      // A mail address in angle brackets is no tag.
      said.push(...peopleIn(/<[^<>\s@]{1,100}@/.test(text) ? text : plainStart(text, 2_000)));
    }
  }
  const others = draft.people
    .filter(({ role }) => !['author', 'contributor', sourceAuthor].includes(role))
    .map(({ role: _role, ...person }) => person);
  if (said.length + others.length === 0) return nobody;
  const seen = new Set<string>();
  return [...said, ...others].filter((person) => {
    const key = (person.name ?? person.email ?? '').toLowerCase();
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Who wrote an entry: those it names, else those of the feed it was copied from, else those of its feed
 * (RFC 4287, 4.2.1).
 */
export function entryPeople(draft: FeedDraft, feed: FeedDraft): readonly FeedPerson[] {
  const own = peopleOf(
    draft,
    'dc:creator',
    'dc:author',
    'creator',
    'itunes:author',
    'googleplay:author',
    'media:credit',
    'dc:contributor',
    'managingeditor',
  );
  if (own.length > 0) return own;
  const copied = draft.people.filter(({ role }) => role === sourceAuthor);
  if (copied.length > 0) return copied.map(({ role: _role, ...person }) => person);
  // Editors and web masters of a channel write none of its items.
  return peopleOf(feed, 'dc:creator', 'dc:author', 'itunes:author', 'googleplay:author');
}
