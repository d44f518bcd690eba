import type { Entity } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';
import { englishNameOf, isOutsideLatin } from '../gazetteer/foreign-organisations.ts';
import { companies } from '../gazetteer/name-words.ts';
import { organisationNamed, type Organisation } from '../gazetteer/organisations.ts';
import type { Place } from '../gazetteer/places.ts';
import { isStateForm } from '../gazetteer/state-forms.ts';
import { entitySpans, hasForeignTagger } from './entity-spans.ts';
import { groupMentions, type MentionGroup } from './group-mentions.ts';
import { isBelieved } from './is-believed.ts';
import { isBelievedAbroad } from './is-believed-abroad.ts';
import { isCommonWord } from './is-common-word.ts';
import { joinKnown, type KnownGroup } from './join-known.ts';
import { partsIn } from './parts-in.ts';
import { linkPlaces } from './link-places.ts';
import type { Mention } from './mention.ts';
import { leastConfidence } from './sureness.ts';

/** What names are looked for in. */
export interface EntityText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** BCP 47. */
  readonly language: string;
}

const mostEntities = 60;
const mostAliases = 12;
const longestAlias = 120;
const kinds = { PER: 'person', ORG: 'organisation', LOC: 'place' } as const;

const round = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 1_000;

/** Where the parts of an article stand in the text that is read. */
interface Layout {
  readonly text: string;
  readonly titleEnd: number;
  readonly leadEnd: number;
}

function layOut({ title, paragraphs }: EntityText): Layout {
  // Cells of a table, which tabs part, are lines: no name goes on in the next one.
  const text = [title, ...paragraphs].join('\n\n').replaceAll('\t', '\n');
  return { text, titleEnd: title.length, leadEnd: title.length + 2 + (paragraphs[0]?.length ?? 0) };
}

/**
 * How much the article is about a group: whether title and first paragraph name it, how often it stands and
 * how far apart.
 */
function salienceOf({ mentions }: MentionGroup, { text, titleEnd, leadEnd }: Layout, most: number): number {
  const inTitle = mentions.some(({ start }) => start < titleEnd);
  const inLead = mentions.some(({ start }) => start >= titleEnd && start < leadEnd);
  const frequency = Math.log1p(mentions.length) / Math.log1p(most);
  const spread = ((mentions.at(-1)?.start ?? 0) - (mentions[0]?.start ?? 0)) / Math.max(1, text.length);
  return round(0.3 * Number(inTitle) + 0.2 * Number(inLead) + 0.35 * frequency + 0.15 * spread);
}

/** Mentions of one name prove each other: the surest counts, and the others draw it to their mean. */
function confidenceOf(mentions: readonly Mention[], isKnown: boolean): number {
  const all = mentions.map(({ confidence }) => confidence);
  const mean = all.reduce((sum, confidence) => sum + confidence, 0) / all.length;
  const own = (Math.max(...all.slice(0, 1_000)) + mean) / 2;
  return isKnown ? own + (1 - own) * 0.2 : own;
}

function placeFields(place: Place | undefined): Partial<Entity> {
  if (place === undefined) return {};
  return {
    ...(place.wikidata === undefined ? {} : { wikidata: place.wikidata }),
    ...(place.geonames === undefined ? {} : { geonames: place.geonames }),
    ...(place.country === undefined ? {} : { country: place.country }),
    ...(place.latitude === undefined ? {} : { latitude: place.latitude }),
    ...(place.longitude === undefined ? {} : { longitude: place.longitude }),
  };
}

/**
 * Whether a form is a piece of the name that may be another body's: United of Manchester United, not Deutsche Bank of
 * Deutsche Bank AG.
 */
function isPieceOf(form: string, name: string): boolean {
  if (form === name || !` ${name} `.includes(` ${form} `)) return false;
  const rest = name
    .slice(form.length + 1)
    .toLowerCase()
    .split(' ');
  return !(name.startsWith(form) && rest.every((word) => companies.has(word)));
}

/** Whether a name is a word that others are called by as well: Renaissance, a party and hotels. */
const isWord = (form: string): boolean => !form.includes(' ') && isCommonWord(form);

/** Letters that many bodies are shortened to. */
const letters = /^[\p{Lu}&.]{2,6}$/u;

/**
 * Whether a short form may be that of another body than the one that the gazetteer has, which is not known all over the
 * world and which the text calls by nothing else: FCC, Browns.
 */
const mayBeOther = ({ forms }: MentionGroup, form: string, { name, isWorldwide }: Organisation): boolean =>
  !isWorldwide && !forms.has(name) && (letters.test(form) || (!form.includes(' ') && isPieceOf(form, name)));

function organisationOf(group: MentionGroup): Organisation | undefined {
  if (group.kind !== 'ORG') return undefined;
  const [name = ''] = group.forms.keys();
  for (const form of group.forms.keys()) {
    if (form.length < 2 || isPieceOf(form, name) || isWord(form)) continue;
    const english = isOutsideLatin(form) ? englishNameOf(form) : undefined;
    const found = organisationNamed(english ?? form);
    if (found !== undefined && !mayBeOther(group, form, found)) return found;
  }
  return undefined;
}

/** A name that two people share says which of them is meant where it comes so often. */
const timesOfShared = 3;

/**
 * People without the short forms that may as well be those of somebody else in the article: Lindt, of Ada and of Ben
 * Lindt.
 */
function withoutShared(groups: readonly MentionGroup[]): MentionGroup[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { kind, forms } of groups) {
    const [name = ''] = forms.keys();
    const words = name.split(' ');
    if (kind !== 'PER' || words.length < 2) continue;
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? '']))
      (seen.has(word) ? shared : seen).add(word);
  }
  const isDoubtful = (form: string, times: number): boolean => shared.has(form) && times < timesOfShared;
  return groups.map((group) => {
    const [name, ...short] = group.forms;
    return group.kind === 'PER' &&
      name !== undefined &&
      short.some(([form, times]) => isDoubtful(form, times))
      ? { ...group, forms: new Map([name, ...short.filter(([form, times]) => !isDoubtful(form, times))]) }
      : group;
  });
}

function toEntity(
  { group, place, organisation }: KnownGroup,
  layout: Layout,
  most: number,
  isModel: boolean,
): Entity {
  const [name = '', ...aliases] = group.forms.keys();
  // Countries and states bear the usual name, so that US and United States are one entity over all articles; towns
  // of datelines are written small.
  const isUsual =
    place?.kind === 'country' ||
    place?.kind === 'continent' ||
    isStateForm(name) ||
    (name === name.toUpperCase() && place?.name.toUpperCase() === name);
  const usual = isUsual ? (place?.name ?? name) : name;
  const confidence = confidenceOf(
    group.mentions,
    isModel && (place !== undefined || organisation !== undefined),
  );
  return {
    name: usual,
    kind: kinds[group.kind],
    aliases: [...new Set([name, ...aliases])]
      .filter((alias) => alias !== usual && alias.length <= longestAlias)
      .slice(0, mostAliases),
    mentions: group.mentions.length,
    salience: salienceOf(group, layout, most),
    confidence: round(confidence),
    ...(organisation?.wikidata === undefined ? {} : { wikidata: organisation.wikidata }),
    ...placeFields(place),
  };
}

/**
 * People, organisations and places that an article names, the most salient first: short forms resolved within
 * the article, places linked to GeoNames and ISO codes, organisations to Wikidata where the gazetteers know
 * them.
 */
export function findEntities(article: EntityText): Entity[] {
  const layout = layOut(article);
  const tag = primaryLanguage(article.language) ?? 'und';
  const isModel = tag === 'en';
  const isTold = (group: MentionGroup): boolean => {
    const confidence = confidenceOf(group.mentions, false);
    if (isModel) return isBelieved(layout.text, group, confidence);
    return !hasForeignTagger(tag) || isBelievedAbroad(group, confidence, tag);
  };
  const isPart = partsIn(layout.text, tag);
  const mentions = entitySpans(layout.text, article.language).filter(
    (mention) => mention.confidence >= leastConfidence && !isPart(mention),
  );
  const groups = groupMentions(layout.text, mentions, tag);
  const places = linkPlaces(layout.text, groups, tag);
  const told = joinKnown(
    withoutShared(groups.filter(isTold)).map((group) => ({
      group,
      place: places.get(group),
      organisation: organisationOf(group),
    })),
  );
  const most = [...groups, ...told.map(({ group }) => group)].reduce(
    (top, { mentions: own }) => Math.max(top, own.length),
    1,
  );
  return told
    .map((known) => toEntity(known, layout, most, isModel))
    .sort((a, b) => b.salience - a.salience || b.mentions - a.mentions)
    .slice(0, mostEntities);
}
