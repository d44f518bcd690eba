import { CopyButton } from './copy-button.tsx';
import { say } from '../words/say.ts';

/** A command to copy; the button shows where scripts run. */
export function Command({ text }: { readonly text: string }) {
  return (
    <p class="command">
      <code dir="ltr">{text}</code>
      <CopyButton text={text} label={say('Copy')} />
    </p>
  );
}
