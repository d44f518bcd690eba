import { nameClass } from '../gazetteer/name-classes.ts';
import type { Mention } from './mention.ts';
import type { TextView } from './view-text.ts';
import { wordForm, type WordFacts } from './word-facts.ts';

/** How sure a full name must be, so that its last word counts everywhere. */
const sureFullName = 0.5;
/** A last name that the tagger passed over is believed this much of its full name. */
const passedOver = 0.7;
const notLastNames =
  nameClass.country |
  nameClass.bigCity |
  nameClass.placeHead |
  nameClass.company |
  nameClass.organisationHead |
  nameClass.calendar |
  nameClass.nationality;

/** Whether a word that is read part by part has a hyphen there: Müller-Straße. */
const isHyphenOf = ({ tokens, words, hints }: TextView, at: number): boolean =>
  hints !== undefined &&
  /^[-‐‑]$/.test(words[at]?.text ?? '') &&
  (tokens.end[at - 1] === tokens.start[at] || tokens.end[at] === tokens.start[at + 1]);

const isNamePart = (word: WordFacts | undefined): boolean =>
  word !== undefined &&
  word.form !== wordForm.lower &&
  word.form !== wordForm.mark &&
  (word.classes & nameClass.role) === 0;

/** The word with this text: the one that ends at `end`, or any other. */
function wordOf(last: string, end: number, { tokens, words, hints }: TextView): WordFacts | undefined {
  let low = 0;
  let high = tokens.count - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.end[middle] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  if (words[low]?.text === last) return words[low];
  // Parts of a word with a hyphen stand alone there, and no other place has it whole.
  return hints === undefined ? words.find(({ text }) => text === last) : undefined;
}

/** The last words of the full names of people, with the confidence of the surest. */
function readLastNames(
  text: string,
  mentions: readonly Mention[],
  view: TextView,
): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  const others = new Map<string, number>();
  for (const { start, end, kind, confidence } of mentions) {
    const parts = text.slice(start, end).split(/\s+/);
    const last = parts.at(-1) ?? '';
    if (parts.length < 2 || parts.length > 5) continue;
    const word = wordOf(last, end, view);
    if (
      word === undefined ||
      word.text.length < 3 ||
      word.form !== wordForm.capitalised ||
      (word.classes & notLastNames) !== 0
    )
      continue;
    const counts = kind === 'PER' ? people : others;
    counts.set(last, Math.max(counts.get(last) ?? 0, confidence));
  }
  return new Map(
    [...people].filter(
      ([last, confidence]) => confidence >= sureFullName && confidence > (others.get(last) ?? 0),
    ),
  );
}

/** A kind must have this many times the votes of another to take its mentions over. */
const clearMajority = 1.5;

/** Gives the mentions of one form the kind that most of them have, weighed by confidence. */
function byMajority(text: string, mentions: readonly Mention[]): Mention[] {
  const votes = new Map<string, Record<Mention['kind'], number>>();
  for (const { start, end, kind, confidence } of mentions) {
    const form = text.slice(start, end);
    let own = votes.get(form);
    if (own === undefined) votes.set(form, (own = { PER: 0, ORG: 0, LOC: 0 }));
    own[kind] += confidence;
  }
  return mentions.map((mention) => {
    const own = votes.get(text.slice(mention.start, mention.end));
    if (own === undefined) return mention;
    const best = own.PER >= own.ORG && own.PER >= own.LOC ? 'PER' : own.ORG >= own.LOC ? 'ORG' : 'LOC';
    return best !== mention.kind && own[best] > clearMajority * own[mention.kind]
      ? {
          ...mention,
          kind: best,
          confidence: Math.min(mention.confidence, own[best] / (own.PER + own.ORG + own.LOC)),
        }
      : mention;
  });
}

/**
 * Lets the names of a text agree: a form has one kind, and the last word of the full name of a person is that
 * person wherever it stands alone.
 */
export function agreeMentions(text: string, view: TextView, read: readonly Mention[]): Mention[] {
  const mentions = byMajority(text, read);
  const lastNames = readLastNames(text, mentions, view);
  if (lastNames.size === 0) return mentions;
  const agreed = mentions.map((mention) => {
    const confidence =
      mention.kind === 'PER' ? undefined : lastNames.get(text.slice(mention.start, mention.end));
    return confidence === undefined
      ? mention
      : {
          ...mention,
          kind: 'PER' as const,
          confidence: Math.max(passedOver * confidence, 1 - mention.confidence),
        };
  });
  const { tokens, words } = view;
  const found: Mention[] = [];
  let next = 0;
  for (let index = 0; index < tokens.count; index += 1) {
    const start = tokens.start[index] ?? 0;
    const end = tokens.end[index] ?? 0;
    while (next < agreed.length && (agreed[next]?.end ?? 0) <= start) next += 1;
    const word = words[index];
    const confidence = word?.form === wordForm.capitalised ? lastNames.get(word.text) : undefined;
    if (
      confidence === undefined ||
      (agreed[next]?.start ?? Infinity) < end ||
      view.manner[index] !== 0 ||
      (view.uses.small[view.forms[index] ?? 0] ?? 0) > 0
    )
      continue;
    const isAlone = [index - 1, index + 1].every(
      (other) =>
        tokens.sentence[other] !== tokens.sentence[index] ||
        !(isNamePart(words[other]) || isHyphenOf(view, other)),
    );
    if (isAlone) found.push({ start, end, kind: 'PER', confidence: passedOver * confidence });
  }
  return found.length === 0 ? agreed : [...agreed, ...found].sort((a, b) => a.start - b.start);
}
