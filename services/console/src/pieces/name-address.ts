/** The kinds of names that have pages of their own, by the folder of their addresses. */
const nameFolders = {
  person: 'people',
  organisation: 'organisations',
  place: 'places',
} as const;
export type NameKind = keyof typeof nameFolders;

/** Whether names of a field have pages. */
export function isNameKind(field: string): field is NameKind {
  return Object.hasOwn(nameFolders, field);
}

/** The page of a person, an organisation or a place. */
export function nameAddress(kind: NameKind, name: string): string {
  return `/${nameFolders[kind]}/${encodeURIComponent(name)}`;
}

/** A query for words as they stand; a quotation mark cannot stand in one. */
export function phraseQuery(words: string): string {
  return `"${words.replaceAll('"', '')}"`;
}

/** A query for a value of a field as a whole. Key phrases are words of the text, and no field. */
export function valueQuery(field: string, value: string): string {
  return field === 'keyPhrase' ? phraseQuery(value) : `${field}:${phraseQuery(value)}`;
}

/** Names that a query holds as a whole, such as person:"Ada Moss", each once. */
export function namesIn(q: string): readonly { readonly kind: NameKind; readonly name: string }[] {
  const found = new Map<string, { readonly kind: NameKind; readonly name: string }>();
  for (const [whole, before = '', kind = '', name = ''] of q.matchAll(
    /(^|[\s(])(person|organisation|place):"([^"]{1,200})"/g,
  ))
    if (isNameKind(kind)) found.set(whole.slice(before.length), { kind, name });
  return [...found.values()];
}
