import type { FingerprintCandidate, StoryFact } from '@newsmill/contracts';
import { readHeadline, type Headline } from '../duplicates/find-family.ts';
import { headlineBond, storyLikeness } from './compare-stories.ts';
import { readStorySketch, writeStorySketch, type StorySketch } from './story-sketch.ts';

/** Names the rule behind the fact. */
export const storyModel = 'story-terms/2';

/** What is remembered of an article to tell its story; epoch milliseconds. */
export interface StoryMember extends Headline {
  readonly id: string;
  /** Its publication: the further apart two articles are, the less they are one story. */
  readonly since: number;
  readonly sketch: StorySketch;
}

/** Articles further apart tell of different events. */
const windowMs = 7 * 86_400_000;
/** Articles as like as this tell of the same event. */
const sameStory = 0.3;
/**
 * Of the telling words of a headline another article on the event says this share, in the mean of both ways, and either
 * way at least one.
 */
const sameHeadline = 0.3;
/** The likeness to a story is the mean of this many of its members, the likest. */
const asked = 3;
/** Members that are compared with each other. */
const mostMembers = 32;

/** The remembered part of a member as text; it may stand behind another payload, parted by a bar. */
export function writeStoryMember({ since, sketch }: Omit<StoryMember, 'id'>): string {
  return `${since.toString(36)}|${writeStorySketch(sketch)}`;
}

/** Reads what writeStoryMember wrote, wherever it stands in the payload; undefined where it is not. */
export function readStoryMember({ id, payload }: FingerprintCandidate): StoryMember | undefined {
  const parts = payload.split('|', 8);
  const at = parts.findIndex((part) => part.startsWith('w:'));
  const sketch = at < 1 ? undefined : readStorySketch(parts[at] ?? '');
  const since = parts[at - 1] ?? '';
  return sketch === undefined || !/^-?[0-9a-z]{1,11}$/.test(since)
    ? undefined
    : { id, since: Number.parseInt(since, 36), sketch, ...(at < 3 ? {} : readHeadline(parts)) };
}

/** A story while it is put together: its name, and its members in their order. */
interface Story {
  readonly id: string;
  readonly members: StoryMember[];
}

/** Articles of one site, alike by what the site says on every page, are told apart by what their headlines say. */
function areOfOtherEvents(one: StoryMember, other: StoryMember): boolean {
  if (one.publisher === undefined || one.publisher !== other.publisher) return false;
  if (one.title === undefined || other.title === undefined) return false;
  if (one.title.length === 0 || other.title.length === 0) return false;
  const [there, here] = [headlineBond(one.title, other.sketch), headlineBond(other.title, one.sketch)];
  return Math.min(there, here) === 0 || there + here < 2 * sameHeadline;
}

function likenessOf(one: StoryMember, other: StoryMember): number {
  const likeness = storyLikeness(one.sketch, other.sketch, one.since - other.since);
  return likeness > 0 && areOfOtherEvents(one, other) ? 0 : likeness;
}

function likenessTo({ members }: Story, member: StoryMember): number {
  const likest = members
    .map((other) => likenessOf(member, other))
    .sort((a, b) => b - a)
    .slice(0, asked);
  return likest.reduce((sum, likeness) => sum + likeness, 0) / Math.max(1, likest.length);
}

/** The story of the list that the member is most like, where it is like enough. */
function likestStory(
  member: StoryMember,
  stories: Iterable<Story>,
): { readonly story: Story; readonly likeness: number } | undefined {
  let best: { readonly story: Story; readonly likeness: number } | undefined;
  for (const story of stories) {
    const likeness = likenessTo(story, member);
    if (likeness >= sameStory && likeness > (best?.likeness ?? 0)) best = { story, likeness };
  }
  return best;
}

/**
 * Those of the earlier candidates that may be of the story, or lead to others of it: half of what is needed.
 */
function membersNear(own: StoryMember, candidates: readonly FingerprintCandidate[]): StoryMember[] {
  return candidates.slice(0, mostMembers + 1).flatMap((candidate) => {
    const member =
      candidate.id === own.id || candidate.isEarlier === false ? undefined : readStoryMember(candidate);
    if (member === undefined || Math.abs(member.since - own.since) > windowMs) return [];
    return likenessOf(own, member) < sameStory / 2 ? [] : [member];
  });
}

/**
 * The story of an article, named after the first article of it: the one that it is most like among those of
 * the earlier candidates (single pass: Miranda et al. 2018). `storyOf` tells where a candidate was placed;
 * for one that is being placed at the same moment it does not know, and it is placed here, as it will be
 * there: in the order of recording, which is the same for all who ask.
 */
export function placeInStory(
  own: StoryMember,
  candidates: readonly FingerprintCandidate[],
  storyOf: (id: string) => string | undefined,
): StoryFact {
  const stories = new Map<string, Story>();
  for (const member of membersNear(own, candidates)) {
    const id = storyOf(member.id) ?? likestStory(member, stories.values())?.story.id ?? member.id;
    const story = stories.get(id);
    if (story === undefined) stories.set(id, { id, members: [member] });
    else story.members.push(member);
  }
  const joined = likestStory(own, stories.values());
  return joined === undefined
    ? { id: own.id, similarity: 1 }
    : { id: joined.story.id, similarity: Math.round(Math.min(1, joined.likeness) * 1_000) / 1_000 };
}
