import { mediaTopics } from '@newsmill/contracts';
import { currentLanguage } from '../words/speaking.ts';

/** What IPTC calls a topic in the reader's language; a code that is none of IPTC's stands for itself. */
export function topicWords(code: string): string {
  return mediaTopics.find((topic) => topic.code === code)?.[currentLanguage()] ?? code;
}
