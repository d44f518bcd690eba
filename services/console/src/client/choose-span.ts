import { spanFrom, stepLabel, valueLabel, type ChartData } from '../pieces/chart-scale.ts';
import { readerLanguage } from './reader-language.ts';

/** The step at a place between the left and the right end of a chart, 0 to 1. */
function stepAt(share: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(share * count)));
}

/**
 * Lets people choose a span of a chart of bars by dragging over `surface`, which covers its plot, by a click on
 * one bar, and by keys; then the page of the search for it opens. Charts without a choice stay as they are.
 */
export function chooseSpan(figure: HTMLElement, surface: HTMLElement): void {
  const { chart: text, chartChoice: base, chartHelp: help } = figure.dataset;
  if (text === undefined || base === undefined) return;
  // The server wrote it from the same type.
  const { times, stepMs, series, form } = JSON.parse(text) as ChartData;
  const mark = document.createElement('div');
  mark.className = 'chart-chosen';
  mark.hidden = true;
  surface.append(mark);
  surface.tabIndex = 0;
  surface.setAttribute('role', 'slider');
  surface.setAttribute('aria-label', `${figure.getAttribute('aria-label') ?? ''}. ${help ?? ''}`);
  surface.setAttribute('aria-valuemin', '0');
  surface.setAttribute('aria-valuemax', String(times.length - 1));
  const language = readerLanguage();
  const told = figure.querySelector('[data-chart-time]');
  let [start, end] = [times.length - 1, times.length - 1];

  /** The steps from one to another, and what they come to. */
  function label(first: number, last = first): string {
    const [name, end] = [first, last].map((step) => stepLabel(times[step] ?? 0, stepMs, language));
    const counts = series[0]?.values.slice(first, last + 1) ?? [];
    const sum = counts.reduce<number>((all, value) => all + (value ?? 0), 0);
    return `${first === last ? name : `${name} – ${end}`}: ${valueLabel(sum, form, language)}`;
  }
  function show(from: number, to: number): void {
    [start, end] = [from, to];
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    mark.hidden = false;
    mark.style.left = `${(first / times.length) * 100}%`;
    mark.style.width = `${((last - first + 1) / times.length) * 100}%`;
    const words = label(first, last);
    surface.setAttribute('aria-valuenow', String(to));
    surface.setAttribute('aria-valuetext', words);
    if (told !== null) told.textContent = words;
  }
  function take(): void {
    const [first, last] = [Math.min(start, end), Math.max(start, end)];
    const address = new URL(base ?? '/', location.href);
    const span = spanFrom(times[first] ?? 0, times[last] ?? 0, stepMs);
    address.searchParams.set('from', span.from);
    address.searchParams.set('to', span.to);
    location.assign(address);
  }
  function stepOf(event: PointerEvent): number {
    const { left, width } = surface.getBoundingClientRect();
    return stepAt((event.clientX - left) / width, times.length);
  }

  let dragged = false;
  // A slider says where it stands before anything is chosen.
  surface.setAttribute('aria-valuenow', String(end));
  surface.setAttribute('aria-valuetext', label(end));
  surface.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    dragged = true;
    surface.setPointerCapture(event.pointerId);
    const step = stepOf(event);
    show(step, step);
  });
  surface.addEventListener('pointermove', (event) => {
    const step = stepOf(event);
    if (dragged) show(start, step);
    else if (told !== null) told.textContent = label(step);
  });
  surface.addEventListener('pointerup', () => {
    if (dragged) take();
    dragged = false;
  });
  surface.addEventListener('pointercancel', () => {
    dragged = false;
    mark.hidden = true;
  });
  surface.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape') mark.hidden = true;
    else if (by === 0) return;
    else {
      const to = Math.max(0, Math.min(times.length - 1, mark.hidden ? end : end + by));
      show(event.shiftKey ? start : to, to);
    }
    event.preventDefault();
  });
}

/** The charts below `root` that the server drew and no other script draws: they get a surface of their own. */
export function chooseSpans(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('[data-results] [data-chart-choice]')) {
    const area = figure.querySelector('.chart-area');
    const surface = document.createElement('div');
    surface.className = 'chart-surface';
    area?.append(surface);
    chooseSpan(figure, surface);
  }
}
