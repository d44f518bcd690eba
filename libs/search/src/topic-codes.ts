import { mediaTopics, narrowerTopics, type MediaTopic, type TopicField } from '@newsmill/contracts';
import { foldName } from '@newsmill/text';

/** The scheme in front of a code, as fields and queries have it. */
export const topicScheme = 'medtop';

interface Labelled {
  readonly code: string;
  /** In the languages that IPTC publishes; folded. */
  readonly labels: readonly string[];
  readonly words: ReadonlySet<string>;
}

function labelled({ code, en, fr, de, es, ar }: MediaTopic): Labelled {
  const labels = [en, fr, de, es, ar].map(foldName);
  return { code, labels, words: new Set(labels.flatMap((label) => label.split(/[^\p{L}\p{N}]+/u))) };
}

const topics: Readonly<Record<TopicField, readonly Labelled[]>> = {
  topic: mediaTopics.map(labelled),
  subtopic: narrowerTopics.map(labelled),
};

/**
 * Codes of the topics that a name stands for, in any language that IPTC publishes: those that are called so; else, of
 * one word, those that have it among their words. A bare number is that of a code. None where no topic is called so:
 * an operator's own topics are searched as they are.
 */
export function topicCodes(field: TopicField, name: string, isPhrase: boolean): readonly string[] {
  if (/^\d{8}$/.test(name)) return [`${topicScheme}:${name}`];
  const wanted = foldName(name);
  const called = topics[field].filter(({ labels }) => labels.includes(wanted));
  const found =
    called.length > 0 || isPhrase ? called : topics[field].filter(({ words }) => words.has(wanted));
  return found.map(({ code }) => code);
}
