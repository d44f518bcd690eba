/** What went wrong with what was sent, where something did. */
export function ProblemNote({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <div class="problem" role="alert">
      <p>{text}</p>
    </div>
  );
}
