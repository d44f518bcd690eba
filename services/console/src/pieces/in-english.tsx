import { currentLanguage } from '../words/speaking.ts';

/** What the mill itself tells, which it does in English alone, marked so for readers of another language. */
export function InEnglish({ text }: { readonly text: string | undefined }) {
  return currentLanguage() === 'en' ? <>{text}</> : <bdi lang="en">{text}</bdi>;
}
