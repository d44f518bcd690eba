import type { Told } from '../views.ts';
import { ToldWords } from './told-words.tsx';

/** What a form did. */
export function DoneNote({ text }: { readonly text: Told | undefined }) {
  return text === undefined ? null : (
    <div class="found" role="status">
      <ToldWords told={text} />
    </div>
  );
}
