import { askDocument } from './ask-document.ts';
import type { DrawnChart } from './draw-charts.ts';

/** What the server sent last for each live part: scripts change what stands in the page. */
const sent = new Map<string, string>();

/** Puts what changed into the page, and answers these parts; what holds the focus is left as it is. */
function takeOver(next: Document): Element[] {
  return [...document.querySelectorAll('[data-live]')].filter((part) => {
    const fresh = next.getElementById(part.id);
    if (fresh === null || part.contains(document.activeElement)) return false;
    const html = fresh.innerHTML;
    if (sent.get(part.id) === html) return false;
    sent.set(part.id, html);
    part.replaceChildren(...fresh.childNodes);
    return true;
  });
}

/** Shows the figures of now in the charts, and in their tables. */
function redraw(next: Document, charts: readonly DrawnChart[]): void {
  for (const { figure, show } of charts) {
    const name = figure.dataset['chartName'] ?? '';
    const fresh = next.querySelector<HTMLElement>(`[data-chart-name="${CSS.escape(name)}"]`);
    const text = fresh?.dataset['chart'];
    if (fresh === null || text === undefined || text === figure.dataset['chart']) continue;
    figure.dataset['chart'] = text;
    // The server wrote it from the same type.
    show(JSON.parse(text) as Parameters<typeof show>[0]);
    const rows = fresh.querySelector('tbody')?.childNodes ?? [];
    figure.querySelector('tbody')?.replaceChildren(...rows);
  }
}

/**
 * Keeps the overview as the mill stands: the server says when it has looked again, and the page asks for itself,
 * so that what is live looks as what was loaded. Hidden pages and paused ones ask for nothing.
 */
export function followOverview(charts: readonly DrawnChart[], added: (root: ParentNode) => void): void {
  const state = document.querySelector<HTMLElement>('[data-live-state]');
  const button = state?.querySelector<HTMLButtonElement>('[data-live-switch]');
  const words = state?.querySelector<HTMLElement>('[data-following]');
  if (state === null || !button || !words) return;
  let stream: EventSource | undefined;
  let isPaused = false;
  let isAsking = false;
  const say = (word: 'following' | 'paused' | 'cut') => {
    words.textContent = words.dataset[word] ?? '';
    state.dataset['is'] = word;
  };
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    const next = await askDocument(location.href);
    isAsking = false;
    if (isPaused) return;
    if (next === undefined) return say('cut');
    redraw(next, charts);
    for (const part of takeOver(next)) added(part);
    say('following');
  };
  const close = () => {
    stream?.close();
    stream = undefined;
  };
  const open = () => {
    if (stream !== undefined || isPaused || document.hidden) return;
    stream = new EventSource('/api/v1/overview/events');
    stream.addEventListener('overview', () => void ask());
    stream.addEventListener('error', () => say('cut'));
  };
  button.addEventListener('click', () => {
    isPaused = !isPaused;
    button.textContent = button.dataset[isPaused ? 'follow' : 'pause'] ?? '';
    if (isPaused) {
      close();
      say('paused');
    } else open();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else open();
  });
  addEventListener('pagehide', close);
  state.hidden = false;
  open();
}
