import type { Told } from '../views.ts';
import { ToldWords } from './told-words.tsx';

/** What went wrong with what was sent, where something did. */
export function ProblemNote({ text }: { readonly text: Told | undefined }) {
  return text === undefined ? null : (
    <div class="problem" role="alert">
      <p>
        <ToldWords told={text} />
      </p>
    </div>
  );
}
