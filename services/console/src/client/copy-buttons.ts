/** Shows the copy buttons below `root`; without a clipboard (plain http on another host) they stay hidden. */
export function addCopyButtons(root: ParentNode): void {
  if (!window.isSecureContext) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const isCopied = await navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(
        () => true,
        // A browser may refuse: by its settings, or within the frame of another page.
        () => false,
      );
      button.textContent = button.dataset[isCopied ? 'copied' : 'refused'] ?? name;
      setTimeout(() => {
        button.textContent = name;
      }, 1_500);
    });
  }
}
