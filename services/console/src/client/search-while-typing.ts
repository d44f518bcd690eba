import { askDocument } from './ask-document.ts';

/** Pause after the last key before the search is asked for, milliseconds. */
const pause = 160;

function addressOf(form: HTMLFormElement): string {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') fields.append(name, value);
  const text = fields.toString();
  return text === '' ? '/' : `/?${text}`;
}

/**
 * Results that follow the typing. The page of the server is fetched as it is and its results are put in
 * place, so there is one way to draw them. A query that cannot be read yet (an open quotation mark) leaves
 * the last results standing. `shown` is told of the results that were put in place.
 */
export function searchWhileTyping(shown: (results: Element) => void): void {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const field = form?.querySelector<HTMLInputElement>('input[name="q"]');
  if (form === null || field === null || field === undefined) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  async function show(source: HTMLFormElement): Promise<void> {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const address = addressOf(source);
    const found = (await askDocument(address, signal))?.querySelector('[data-results]');
    // A newer key press ended this one; any other failure is left to the form, which still works.
    if (signal.aborted || found === null || found === undefined) return;
    if (found.querySelector('.problem') !== null) return;
    document.querySelector('[data-results]')?.replaceWith(document.adoptNode(found));
    shown(found);
    history.replaceState(null, '', address);
  }

  form.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => void show(form), pause);
  });
  field.addEventListener('compositionend', () => void show(form));
}
