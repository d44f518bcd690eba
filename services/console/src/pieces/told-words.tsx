import type { Told } from '../views.ts';
import { InEnglish } from './in-english.tsx';

/** What a page tells of something that it did or could not do. */
export function ToldWords({ told }: { readonly told: Told }) {
  return typeof told === 'string' ? <>{told}</> : <InEnglish text={told.english} />;
}
