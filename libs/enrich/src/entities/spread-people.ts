import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/** A person by what stands beside the name. */
export function person(start: number, end: number): Mention {
  return { start, end, kind: 'PER', confidence: sure.office };
}

/** At most so many places of one name are looked for. */
const mostPlaces = 200;

/** Characters before and behind a name in which it is looked for again. */
const near = 2_000;

/** Whether the name at `start` stands a second time nearby. */
export function comesAgain(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const around = text.slice(Math.max(0, start - near), end + near);
  return around.indexOf(name) !== around.lastIndexOf(name);
}

/** At most so many people are looked for in the whole text: an article names fewer. */
const mostPeople = 200;

/** Where a text says a name. */
function placesOf(text: string, name: string): number[] {
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
    if (!surest.has(name) && surest.size < mostPeople) surest.set(name, person);
  }
  return [...surest]
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([name, { kind, confidence }]) =>
      placesOf(text, name).map((start) => ({ start, end: start + name.length, kind, confidence })),
    );
}
