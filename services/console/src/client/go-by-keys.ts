/** Whether keys belong to what has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="slider"], dialog *'))
  );
}

/** The link of each hit. */
function hitLinks(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('[data-hit] h3 a')];
}

/** Puts the focus on the next hit, or the one before; at first on the first. */
function goTo(by: 1 | -1): void {
  const links = hitLinks();
  const now = links.findIndex((link) => link.closest('[data-hit]')?.contains(document.activeElement));
  const next = links[now < 0 ? 0 : now + by];
  next?.focus();
  next?.closest('[data-hit]')?.scrollIntoView({ block: 'nearest' });
}

/** The original of the hit, in another tab. */
function openOriginal(): void {
  const hit = document.activeElement?.closest<HTMLElement>('[data-hit]');
  const address = hit?.dataset['hit'];
  if (address !== undefined && address !== '') window.open(address, '_blank', 'noopener,noreferrer');
}

function toField(field: HTMLInputElement): void {
  field.focus();
  field.select();
}

/**
 * Keys of the search page: `j` and `k` go through the hits, `o` opens the article at its publisher, `/` leads to the
 * field, `?` shows them all. Enter opens what has the focus, as everywhere. They are nobody's while one types, and
 * those with Ctrl, Alt or Meta are the browser's.
 */
export function goByKeys(): void {
  const field = document.querySelector<HTMLInputElement>('form[data-search] input[name="q"]');
  const help = document.querySelector<HTMLDialogElement>('dialog[data-keys]');
  if (field === null) return;
  const deeds: Readonly<Record<string, () => void>> = {
    j: () => goTo(1),
    k: () => goTo(-1),
    o: openOriginal,
    '/': () => toField(field),
    '?': () => help?.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    const deed = Object.hasOwn(deeds, event.key) ? deeds[event.key] : undefined;
    if (deed === undefined || help?.open === true) return;
    event.preventDefault();
    deed();
  });
  const button = document.querySelector<HTMLButtonElement>('[data-keys-help]');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => help?.showModal());
}
