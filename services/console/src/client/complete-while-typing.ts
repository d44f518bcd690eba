import { readerLanguage } from './reader-language.ts';

/** Pause after the last key before completions are asked for, milliseconds. */
const pause = 60;

interface Completion {
  readonly q: string;
  readonly kind: string;
  readonly text: string;
  readonly articles: number;
}

/**
 * A list of what the end of the query may be completed to, under the field: arrow keys choose, Enter and a
 * click take, Escape closes. Without an answer there is no list.
 */
export function completeWhileTyping(): void {
  const field = document.querySelector<HTMLInputElement>('form[data-search] input[name="q"]');
  if (field === null) return;
  const list = document.createElement('ul');
  list.id = 'completions';
  list.className = 'completions';
  list.setAttribute('role', 'listbox');
  list.hidden = true;
  field.after(list);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-controls', list.id],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
  ] as const)
    field.setAttribute(name, value);
  follow(field, list);
}

function follow(field: HTMLInputElement, list: HTMLUListElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  let chosen = -1;

  function close(): void {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    choose(-1);
  }
  function choose(place: number): void {
    const items = [...list.children];
    chosen = items.length === 0 ? -1 : place;
    for (const [i, item] of items.entries()) item.setAttribute('aria-selected', String(i === chosen));
    const id = items[chosen]?.id;
    if (id === undefined) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', id);
  }
  function take(item: Element | undefined): void {
    if (!(item instanceof HTMLElement)) return;
    field.value = item.dataset['q'] ?? field.value;
    close();
    // For the results that follow the typing; not at the field, which would be completed again.
    field.form?.dispatchEvent(new Event('input'));
  }
  async function show(): Promise<void> {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const items = await askFor(field.value, signal);
    if (signal.aborted || document.activeElement !== field) return;
    list.replaceChildren(...items.map((item, place) => drawn(item, place, field.dataset)));
    list.hidden = items.length === 0;
    field.setAttribute('aria-expanded', String(items.length > 0));
    choose(-1);
  }

  function showSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), pause);
  }

  field.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (!(event instanceof InputEvent && event.isComposing)) showSoon();
  });
  field.addEventListener('compositionend', showSoon);
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const count = list.children.length;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') choose((chosen + 1) % count);
    else if (event.key === 'ArrowUp') choose(chosen <= 0 ? count - 1 : chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    if (event.target instanceof Element) take(event.target.closest('li') ?? undefined);
  });
  field.addEventListener('blur', close);
  field.form?.addEventListener('submit', close);
}

async function askFor(q: string, signal: AbortSignal): Promise<readonly Completion[]> {
  if (q.trim() === '') return [];
  try {
    const answer = await fetch(`/api/v1/complete?q=${encodeURIComponent(q)}`, { signal });
    if (!answer.ok) return [];
    const { items }: { readonly items: readonly Completion[] } = await answer.json();
    return items;
  } catch (error) {
    // A newer key press ended this one; where nothing answers, the field works as before.
    if (!signal.aborted && !(error instanceof TypeError)) throw error;
    return [];
  }
}

function drawn(
  { q, kind, text, articles }: Completion,
  place: number,
  kinds: Readonly<Record<string, string | undefined>>,
): HTMLLIElement {
  const item = document.createElement('li');
  item.id = `completion-${place}`;
  item.setAttribute('role', 'option');
  item.dataset['q'] = q;
  const [word, about] = [document.createElement('span'), document.createElement('small')];
  word.dir = 'auto';
  word.textContent = text;
  const name = kinds[kind] ?? '';
  about.textContent = `${name === '' ? '' : `${name}: `}${articles.toLocaleString(readerLanguage())}`;
  item.append(word, about);
  return item;
}
