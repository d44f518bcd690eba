import type { Page } from 'playwright-core';
import { holdTab } from './hold-tab.ts';

/** What has the focus. */
interface Focused {
  /** `link`, `button`, `summary`, `field`. */
  readonly kind: string;
  /** What a screen reader calls it. */
  readonly name: string;
  /** Whether one sees that it has the focus, and it lies in the window. */
  readonly isShown: boolean;
  /** Whether one stops here: it is what one looks for, or does not show. */
  readonly isLast: boolean;
}

/** What has the focus in a page; runs there. */
function readFocus(wantedKind: string, wantedName: string | RegExp): Focused {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { kind: 'none', name: '', isShown: true, isLast: false };
  // Whatever element has labels has them as a list, or null where it can have none.
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
  const text =
    element.getAttribute('aria-label') ??
    labels?.[0]?.textContent ??
    (element instanceof HTMLInputElement ? element.value : element.textContent);
  const name = (text ?? '').replaceAll(/\s+/g, ' ').trim();
  const kinds: Readonly<Record<string, string>> = { A: 'link', BUTTON: 'button', SUMMARY: 'summary' };
  const fields = ['INPUT', 'SELECT', 'TEXTAREA'];
  const box = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const hasRing = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const kind = kinds[element.tagName] ?? (fields.includes(element.tagName) ? 'field' : 'other');
  // The content that one skipped to is all that one sees.
  const isShown = (hasRing && isInside) || element.tabIndex === -1;
  const fits = typeof wantedName === 'string' ? name === wantedName : wantedName.test(name);
  return { kind, name, isShown, isLast: !isShown || (kind === wantedKind && fits) };
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
    const passed = await holdTab(page, { look: readFocus, about: [kind, name], most: mostSteps });
    const last = passed.at(-1);
    if (last?.isShown === false) throw new Error(`the focus does not show at ${last.kind} "${last.name}"`);
    if (last?.isLast === true) return;
    const names = new Set(passed.map((focused) => `${focused.kind} ${focused.name.slice(0, 40)}`));
    throw new Error(`no key leads to ${kind} ${String(name)}; passed: ${[...names].join(' | ')}`);
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
