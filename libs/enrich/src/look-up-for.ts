import type { CleanArticle, Known, LookUp } from '@newsmill/contracts';
import { hashKey, itemOf, newsKey, registrableDomain } from '@newsmill/text';
import type { ModelName } from '@newsmill/models';
import { agencyOf } from './duplicates/describe-family.ts';
import { originLead, readMember, writeMember, type Member } from './duplicates/find-family.ts';
import { bandsOf, sketchOf, type Sketch } from './duplicates/text-sketch.ts';
import { titleSketchOf, type TitleSketch } from './duplicates/title-sketch.ts';
import { agencyOfDomain } from './duplicates/wire-agencies.ts';
import { readStoryMember, writeStoryMember, type StoryMember } from './stories/place-in-story.ts';
import { storyBandsOf, storySketchOf, type StorySketch } from './stories/story-sketch.ts';

/** What the stage asks about one article before it runs. */
type ArticleLookUp = Required<Pick<LookUp, 'claim' | 'fingerprint' | 'aboutCandidates'>>;

/** Before the id of an article: which story it was placed in. */
export const storyKey = 'story:';

/** Copies are looked for among the articles of the last fourteen days. */
export const memoryMs = 14 * 86_400_000;

/** Id of the article by its own address after redirects. */
export function ownIdOf(article: CleanArticle): string {
  return itemOf(article.finalUrl) ?? article.item;
}

const sketches = new WeakMap<CleanArticle, Sketch>();

/** The sketch of an article; looking up and enriching need the same one. */
function sketchOfArticle(article: CleanArticle): Sketch {
  const known = sketches.get(article);
  if (known !== undefined) return known;
  const sketch = sketchOf(article.title, article.text);
  sketches.set(article, sketch);
  return sketch;
}

const storySketches = new WeakMap<CleanArticle, StorySketch>();

/**
 * When the article told of its event, epoch milliseconds: its publication, however old it was when it was seen first;
 * the first poll of a source brings articles of years.
 */
function toldAt({ published, firstSeen }: Pick<CleanArticle, 'published' | 'firstSeen'>): number {
  const at = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(at) ? firstSeen : at;
}

/** The article as a member of its story; what was recorded of it is read, not made again. */
export function storyMemberOf(
  article: CleanArticle,
  id: string,
  known?: Pick<Known, 'fingerprint'>,
): StoryMember {
  const recorded =
    known?.fingerprint === undefined ? undefined : readStoryMember({ id, payload: known.fingerprint });
  if (recorded !== undefined) return recorded;
  const { title, text, language = '' } = article;
  const sketch = storySketches.get(article) ?? storySketchOf({ title, text, language });
  storySketches.set(article, sketch);
  const publisher = publisherOf(article.finalUrl);
  return {
    id,
    since: toldAt(article),
    sketch,
    title: titleSketchOf(title),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

/** Registrable domain of an address; undefined for what is none. */
function publisherOf(url: string): string | undefined {
  return URL.canParse(url) ? registrableDomain(new URL(url).hostname) : undefined;
}

/** Whether a publisher is the agency which the text is from. */
function isOriginOf(publisher: string | undefined, agencies: readonly string[]): boolean {
  const agency = publisher === undefined ? undefined : agencyOfDomain(publisher);
  return agency !== undefined && agencyOf(agencies, publisher) === agency;
}

/**
 * A date this much older than the first sight of an article says nothing about who of several published
 * first: it may be that of the site, of a picture, of an earlier text.
 */
const staleMs = 30 * 86_400_000;

/**
 * When the article was published, as far as its date can be believed among copies; else when it was seen
 * first. An agency's own page counts as published three days earlier. Epoch milliseconds.
 */
export function sinceOf(
  article: Pick<CleanArticle, 'published' | 'firstSeen'> &
    Partial<Pick<CleanArticle, 'finalUrl' | 'agencies'>>,
): number {
  const published = article.published === undefined ? Number.NaN : Date.parse(article.published);
  const since =
    Number.isNaN(published) || published < article.firstSeen - staleMs ? article.firstSeen : published;
  const publisher = article.finalUrl === undefined ? undefined : publisherOf(article.finalUrl);
  return isOriginOf(publisher, article.agencies ?? []) ? since - originLead : since;
}

/** The hash of what the forms of one address have in common. */
function hashOfForms(url: string): string | undefined {
  const key = newsKey(url);
  return key === undefined ? undefined : hashKey(key);
}

/** The same in short. */
const formOf = (hash: string | undefined): Pick<Member, 'form'> =>
  hash === undefined ? {} : { form: hash.slice(0, 10) };

/** The article as a member of its family; what was recorded of it is read, not made again. */
export function memberOf(article: CleanArticle, id: string, known?: Pick<Known, 'fingerprint'>): Member {
  const recorded =
    known?.fingerprint === undefined ? undefined : readMember({ id, payload: known.fingerprint });
  if (recorded !== undefined) return recorded;
  const publisher = publisherOf(article.finalUrl);
  const isOrigin = isOriginOf(publisher, article.agencies);
  return {
    id,
    since: sinceOf(article),
    sketch: sketchOfArticle(article),
    title: titleSketchOf(article.title),
    ...(publisher === undefined ? {} : { publisher }),
    ...(isOrigin ? { isOrigin } : {}),
    ...formOf(hashOfForms(article.finalUrl)),
  };
}

/** The models that looking up reads, whatever enrichers are chosen. */
export const lookUpModels = ['word-rarities'] as const satisfies readonly ModelName[];

/** What must be known of an article: who owns its address, and which texts are like it. */
export function lookUpFor(article: CleanArticle): ArticleLookUp {
  const ownId = ownIdOf(article);
  const canonicalId = article.canonicalUrl === undefined ? undefined : itemOf(article.canonicalUrl);
  const sketch = sketchOfArticle(article);
  const story = storyMemberOf(article, ownId);
  return {
    claim:
      canonicalId === undefined || canonicalId === ownId
        ? { item: article.item, ownId }
        : { item: article.item, ownId, canonicalId },
    fingerprint: fingerprintOf({
      sketch,
      title: story.title,
      since: sinceOf(article),
      url: article.finalUrl,
      agencies: article.agencies,
      story,
    }),
    aboutCandidates: storyKey,
  };
}

/**
 * What the stage asks. What is held back since the layout of its source broke is compared with nothing: what is left of
 * such texts is alike.
 */
export function enrichLookUp(article: CleanArticle): LookUp {
  const { fingerprint, ...asked } = lookUpFor(article);
  return article.flags.includes('quarantined') ? asked : { ...asked, fingerprint };
}

/** What fingerprintOf needs. `since`: its publication, as sinceOf tells it. */
export interface Fingerprinted {
  readonly sketch: Sketch;
  readonly title?: TitleSketch;
  readonly since: number;
  readonly url: string;
  readonly agencies?: readonly string[];
  readonly story?: Omit<StoryMember, 'id'>;
}

/**
 * What is remembered of a text to find its copies, and others on the same event: one look-up answers both.
 * Mobile, AMP and shared forms of one address have a band in common too; whether their texts are copies, the
 * texts say.
 */
export function fingerprintOf({
  sketch,
  title,
  since,
  url,
  agencies = [],
  story,
}: Fingerprinted): ArticleLookUp['fingerprint'] {
  const hash = hashOfForms(url);
  const publisher = publisherOf(url);
  const bands = [
    ...bandsOf(sketch),
    ...(hash === undefined ? [] : [`u${hash.slice(0, 16)}`]),
    ...(story === undefined ? [] : storyBandsOf(story.sketch)),
  ];
  const member = writeMember({
    since,
    sketch,
    ...(title === undefined ? {} : { title }),
    publisher,
    isOrigin: isOriginOf(publisher, agencies),
    ...formOf(hash),
  });
  return {
    bands,
    payload: story === undefined ? member : `${member}|${writeStoryMember(story)}`,
    ttlMs: memoryMs,
  };
}
