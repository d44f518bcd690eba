/**
 * Hints of the query language that write themselves into the search field at a click, with what is to be filled
 * in selected. Without scripts they lead to a search with them.
 */
export function insertHints(): void {
  const field = document.querySelector<HTMLInputElement>('form[data-search] input[name="q"]');
  if (field === null) return;
  for (const hint of document.querySelectorAll<HTMLAnchorElement>('a[data-insert]'))
    hint.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      insert(field, hint.dataset['insert'] ?? '', hint.dataset['select'] ?? '');
    });
}

function insert(field: HTMLInputElement, text: string, selected: string): void {
  const before = field.value.trimEnd();
  const from = before === '' ? 0 : before.length + 1;
  field.value = before === '' ? text : `${before} ${text}`;
  field.focus();
  const at = selected === '' ? -1 : text.indexOf(selected);
  if (at >= 0) field.setSelectionRange(from + at, from + at + selected.length);
  field.form?.dispatchEvent(new Event('input'));
}
