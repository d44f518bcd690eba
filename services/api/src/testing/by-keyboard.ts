import type { Page } from 'playwright-core';

/** What has the focus. */
interface Focused {
  /** `link`, `button`, `summary`, `field`. */
  readonly kind: string;
  /** What a screen reader calls it. */
  readonly name: string;
  /** Whether one sees that it has the focus, and it lies in the window. */
  readonly isShown: boolean;
}

/** What has the focus in a page; runs there. */
function readFocus(): Focused {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { kind: 'none', name: '', isShown: true };
  // Whatever element has labels has them as a list, or null where it can have none.
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
  const name =
    element.getAttribute('aria-label') ??
    labels?.[0]?.textContent ??
    (element instanceof HTMLInputElement ? element.value : element.textContent);
  const kinds: Readonly<Record<string, string>> = { A: 'link', BUTTON: 'button', SUMMARY: 'summary' };
  const fields = ['INPUT', 'SELECT', 'TEXTAREA'];
  const box = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const hasRing = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    kind: kinds[element.tagName] ?? (fields.includes(element.tagName) ? 'field' : 'other'),
    name: (name ?? '').replaceAll(/\s+/g, ' ').trim(),
    // The content that one skipped to is all that one sees.
    isShown: (hasRing && isInside) || element.tabIndex === -1,
  };
}

/** A reader who has no pointer: every step is a key, and the focus is seen at each. */
export interface ByKeyboard {
  /** Goes to what has this name with Tab. Throws where no key leads there, or a step does not show. */
  to(kind: 'link' | 'button' | 'summary' | 'field' | 'other', name: string | RegExp): Promise<void>;
  /** Goes there and presses Enter; waits for the page that it leads to, where it leads to one. */
  press(kind: 'link' | 'button', name: string | RegExp): Promise<void>;
  /** Goes to a field, empties it and types. */
  write(name: string | RegExp, text: string): Promise<void>;
}

const mostSteps = 250;

/** Works a page with keys alone. */
export function byKeyboard(page: Page): ByKeyboard {
  async function to(kind: string, name: string | RegExp): Promise<void> {
    const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
    const passed: string[] = [];
    for (let step = 0; step < mostSteps; step += 1) {
      const focused = await page.evaluate(readFocus);
      if (!focused.isShown) throw new Error(`the focus does not show at ${focused.kind} "${focused.name}"`);
      if (focused.kind === kind && fits(focused.name)) return;
      passed.push(`${focused.kind} ${focused.name.slice(0, 40)}`);
      await page.keyboard.press('Tab');
    }
    throw new Error(`no key leads to ${kind} ${String(name)}; passed: ${[...new Set(passed)].join(' | ')}`);
  }
  return {
    to,
    async press(kind, name) {
      await to(kind, name);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    },
    async write(name, text) {
      await to('field', name);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
  };
}
