/** Shows the fields below `root` that take the text of a file into a text area; the browser alone reads it. */
export function fileIntoText(root: ParentNode): void {
  for (const row of root.querySelectorAll<HTMLElement>('[data-file-into]')) {
    const area = document.getElementById(row.dataset['fileInto'] ?? '');
    const field = row.querySelector('input');
    if (!(area instanceof HTMLTextAreaElement) || field === null) continue;
    row.hidden = false;
    field.addEventListener('change', async () => {
      const [file] = field.files ?? [];
      if (file === undefined) return;
      area.value = await file.text();
      area.focus();
    });
  }
}
