import { findTopic } from '@newsmill/contracts';
import { currentLanguage } from '../words/speaking.ts';

/** What a topic is called: by IPTC in the reader's language, else as whatever found it does. */
export function topicName({ code, label }: { readonly code: string; readonly label: string }): string {
  return findTopic(code)?.[currentLanguage()] ?? label;
}

/** The same by its code, which stands for itself where it is none of IPTC's. */
export function topicWords(code: string): string {
  return topicName({ code, label: code });
}
