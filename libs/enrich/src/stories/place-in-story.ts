import type { StoryFact } from '@newsmill/contracts';
import type { Candidate } from '../duplicates/find-duplicate.ts';
import { storyLikeness } from './compare-stories.ts';
import { readStorySketch, writeStorySketch, type StorySketch } from './story-sketch.ts';

/** Names the rule behind the fact. */
export const storyModel = 'story-terms/1';

/** What is remembered of an article to tell its story; epoch milliseconds. */
export interface StoryMember {
  readonly id: string;
  /** Its publication: the further apart two articles are, the less they are one story. */
  readonly since: number;
  /** When it was seen first: that orders the articles of a story, so that its name stays when an older article comes late. */
  readonly seen: number;
  readonly sketch: StorySketch;
}

/** Articles further apart tell of different events. */
const windowMs = 7 * 86_400_000;
/** Articles as like as this tell of the same event. */
export const sameStory = 0.3;
/** The likeness to a story is the mean of this many of its members, the likest. */
const asked = 3;
/** Members that are compared with each other. */
const mostMembers = 32;

/** The remembered part of a member as text; it may stand behind another payload, parted by a bar. */
export function writeStoryMember({ since, seen, sketch }: Omit<StoryMember, 'id'>): string {
  return `${since.toString(36)}|${seen.toString(36)}|${writeStorySketch(sketch)}`;
}

/** Reads what writeStoryMember wrote, wherever it stands in the payload; undefined where it is not. */
export function readStoryMember({ id, payload }: Candidate): StoryMember | undefined {
  const parts = payload.split('|', 8);
  const at = parts.findIndex((part) => part.startsWith('w:'));
  const sketch = at < 2 ? undefined : readStorySketch(parts[at] ?? '');
  const times = parts.slice(at - 2, at);
  if (sketch === undefined || !times.every((time) => /^-?[0-9a-z]{1,11}$/.test(time))) return undefined;
  const [since = 0, seen = 0] = times.map((time) => Number.parseInt(time, 36));
  return { id, since, seen, sketch };
}

/** A story while it is put together: its members in their order. */
type Story = StoryMember[];

function likenessTo(story: Story, member: StoryMember): number {
  const likest = story.map((other) => storyLikeness(member.sketch, other.sketch, member.since - other.since)).sort((a, b) => b - a).slice(0, asked);
  return likest.reduce((sum, likeness) => sum + likeness, 0) / Math.max(1, likest.length);
}

/** The story of the list that the member is most like, where it is like enough. */
function storyOf(member: StoryMember, stories: readonly Story[]): { readonly story: Story; readonly likeness: number } | undefined {
  let best: { readonly story: Story; readonly likeness: number } | undefined;
  for (const story of stories) {
    const likeness = likenessTo(story, member);
    if (likeness >= sameStory && likeness > (best?.likeness ?? 0)) best = { story, likeness };
  }
  return best;
}

/** Those of the candidates that may be of the story, or lead to others of it: half of what is needed. */
function membersNear(own: StoryMember, candidates: readonly Candidate[]): StoryMember[] {
  return candidates.slice(0, mostMembers + 1).flatMap((candidate) => {
    const member = candidate.id === own.id ? undefined : readStoryMember(candidate);
    if (member === undefined || Math.abs(member.since - own.since) > windowMs) return [];
    return storyLikeness(own.sketch, member.sketch, own.since - member.since) < sameStory / 2 ? [] : [member];
  });
}

/**
 * The story of an article, named after the first article of it. Stories are not stored: those of the candidates and the article are put together
 * again, each article joining the story before it that it is most like (single pass: Miranda et al. 2018), in an order that does not depend on
 * who asks, so articles that are enriched at the same time agree.
 */
export function placeInStory(own: StoryMember, candidates: readonly Candidate[]): StoryFact {
  const members = [...membersNear(own, candidates), own].sort((a, b) => a.seen - b.seen || (a.id < b.id ? -1 : 1));
  const stories: Story[] = [];
  let similarity = 1;
  for (const member of members) {
    const joined = storyOf(member, stories);
    if (member === own && joined !== undefined) similarity = Math.round(Math.min(1, joined.likeness) * 1_000) / 1_000;
    if (joined === undefined) stories.push([member]);
    else joined.story.push(member);
  }
  const [first = own] = stories.find((story) => story.includes(own)) ?? [];
  return { id: first.id, similarity };
}
