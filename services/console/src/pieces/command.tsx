/** A command to copy; the button shows where scripts run. */
export function Command({ text }: { readonly text: string }) {
  return (
    <p class="command">
      <code>{text}</code>
      <button type="button" class="copy" data-copy={text} hidden>
        Copy
      </button>
    </p>
  );
}
