import type { Mention } from './mention.ts';

/** Names found by several rules, the surest rule first: of those that overlap the first stays. In order of the text. */
export function pickSpans(text: string, found: readonly Mention[]): Mention[] {
  const taken = new Uint8Array(text.length);
  const kept = found.filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (taken[at] === 1) return false;
    taken.fill(1, start, end);
    return end > start;
  });
  return kept.sort((a, b) => a.start - b.start);
}

/** At most so many places of one name are looked for. */
const mostPlaces = 200;

/** Where a text says a name. */
export function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  for (
    let at = text.indexOf(name);
    at !== -1 && places.length < mostPlaces;
    at = text.indexOf(name, at + name.length)
  )
    places.push(at);
  return places;
}

/** Every mention of the people that rules found: who is named once by an office is meant wherever the name stands. */
export function spreadPeople(text: string, people: readonly Mention[]): Mention[] {
  const surest = new Map<string, Mention>();
  for (const person of people) {
    const name = text.slice(person.start, person.end);
    if (!surest.has(name)) surest.set(name, person);
  }
  return [...surest]
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([name, { kind, confidence }]) =>
      placesOf(text, name).map((start) => ({ start, end: start + name.length, kind, confidence })),
    );
}
