import { say } from '../words/say.ts';

/** Copies a text; it shows where scripts run, and says whether the browser allowed it. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, refused] = [say('Copied'), say('The browser does not allow copying')];
  return (
    <button type="button" class="copy" data-copy={text} data-copied={copied} data-refused={refused} hidden>
      {label}
    </button>
  );
}
