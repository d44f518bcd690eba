import { say } from '../words/say.ts';

/** A command to copy; the button shows where scripts run. */
export function Command({ text }: { readonly text: string }) {
  return (
    <p class="command">
      <code dir="ltr">{text}</code>
      <button type="button" class="copy" data-copy={text} data-copied={say('Copied')} hidden>
        {say('Copy')}
      </button>
    </p>
  );
}
