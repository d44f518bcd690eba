import { agreeMentions } from './agree-mentions.ts';
import { bodiesInFrench } from './bodies-in-french.ts';
import type { Mention } from './mention.ts';
import { dictionaryForm, isCyrillic, isRole, mayBeMeant, namesInCapitals } from './names-in-capitals.ts';
import { pickSpans } from './pick-spans.ts';
import { leastConfidence, sure } from './sureness.ts';
import { readNames } from './tag-names.ts';
import type { TaggerModel } from './tagger-model.ts';
import { viewText } from './view-text.ts';

/** Somebody without the offices and forms of address before the name: Mme Lefort. */
function withoutRole(text: string, mention: Mention): Mention {
  if (mention.kind !== 'PER') return mention;
  let { start } = mention;
  for (;;) {
    const first = /^[^ \u00a0]{1,24}[ \u00a0](?=\S)/.exec(text.slice(start, mention.end))?.[0] ?? '';
    if (first === '' || !isRole(first.slice(0, -1))) break;
    start += first.length;
  }
  return start === mention.start ? mention : { ...mention, start };
}

/**
 * Whether a name ends with a small word, as no name does that the tagger can read: Nations unies, Самарской области.
 */
const endsSmall = (text: string, { start, end }: Mention): boolean =>
  /[ \u00a0]\p{Ll}[\p{L}\p{M}-]*$/u.test(text.slice(start, end));

/** Those of the found mentions that none of the others has within it. */
function notWithin(found: readonly Mention[], others: readonly Mention[]): Mention[] {
  const sure = others.filter(({ confidence }) => confidence >= leastConfidence);
  return found.filter(({ start, end }) => !sure.some((other) => other.start <= start && other.end >= end));
}

/**
 * What the rules alone can tell: names that end with a small word, and in Cyrillic, where they know the endings, names
 * where the tagger reads none.
 */
function byRulesAlone(
  text: string,
  language: string,
  byRules: readonly Mention[],
  tagged: readonly Mention[],
): Mention[] {
  const believed = tagged.filter(({ confidence }) => confidence >= leastConfidence);
  let next = 0;
  return byRules
    .filter((mention) => {
      while (next < believed.length && (believed[next]?.end ?? 0) <= mention.start) next += 1;
      const isRead = (believed[next]?.start ?? Infinity) < mention.end;
      return endsSmall(text, mention) || (isCyrillic(language) && !isRead);
    })
    .map((mention) => ({ ...mention, isByRules: true, confidence: sure.rulesAlone }));
}

/**
 * Names of a text in another language than English that writes them with capitals: the tagger reads it and knows what
 * the rules of the language find there. Last names follow full names.
 */
export function tagForeignNames(text: string, language: string, model: TaggerModel): Mention[] {
  const byRules = namesInCapitals(text, language);
  const known = new Map(
    byRules.map((mention) => [`${mention.kind} ${mention.start}-${mention.end}`, mention]),
  );
  const view = viewText(text, model.readWord, { language, mentions: byRules });
  const tagged = agreeMentions(text, view, readNames(view, model)).map((read) => {
    const mention = withoutRole(text, read);
    const own = known.get(`${mention.kind} ${mention.start}-${mention.end}`);
    const base = own === undefined ? dictionaryForm(text, mention, language) : own.base;
    // A place whose nominative a gazetteer has, and that may be meant so, is as good as one that the rules find.
    const isByRules =
      own !== undefined || (mention.kind === 'LOC' && base !== undefined && mayBeMeant(base, language));
    return { ...mention, isByRules, ...(base === undefined ? {} : { base }) };
  });
  const others = [
    ...(language === 'fr' ? notWithin(bodiesInFrench(text), tagged) : []),
    ...byRulesAlone(text, language, byRules, tagged),
  ];
  return others.length === 0 ? tagged : pickSpans(text, [...others, ...tagged]);
}
