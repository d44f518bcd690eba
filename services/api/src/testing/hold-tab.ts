import type { CDPSession, Page } from 'playwright-core';

/** What is said of a place with the focus: whether it is the last that is gone to, and more. */
interface Place {
  readonly isLast: boolean;
}

/** Notes each place from which Tab leads on; from the last one it leads nowhere. Runs in the page. */
function watchTab<T extends Place>(look: () => T): { readonly passed: readonly T[]; end(): void } {
  const passed: T[] = [];
  const ended = new AbortController();
  const note = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') return;
    if (passed.at(-1)?.isLast !== true) passed.push(look());
    if (passed.at(-1)?.isLast !== true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', note, { capture: true, signal: ended.signal });
  return { passed, end: () => ended.abort() };
}

/** How often a key that is held repeats itself before one asks where it led. */
const repeats = 8;

const sessions = new WeakMap<Page, CDPSession>();

/**
 * Goes on with Tab to the first place that `look`, which runs in the page, calls the last; answers what it said of each
 * place on the way. The key is held: to press and to ask for each place takes three times the work. Who watches lives
 * in a world of its own, so that it also sees pages that run no scripts.
 */
export async function holdTab<T extends Place, A extends readonly (string | RegExp)[]>(
  page: Page,
  { look, about, most }: { readonly look: (...about: A) => T; readonly about: A; readonly most: number },
): Promise<readonly T[]> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const evaluate = async (expression: string) => {
    const { result } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
    // What `look` said, as JSON.
    return result.value as readonly T[];
  };
  // As they are written in the page.
  const written = about.map((one) => (typeof one === 'string' ? JSON.stringify(one) : String(one)));
  await evaluate(
    `globalThis.watch = (${String(watchTab)})(() => (${String(look)})(${written.join()})), undefined`,
  );
  let passed: readonly T[] = [];
  for (let steps = 0; steps < most && passed.at(-1)?.isLast !== true; steps += repeats) {
    await Promise.all(Array.from({ length: repeats }, () => page.keyboard.down('Tab')));
    await page.keyboard.up('Tab');
    passed = await evaluate('watch.passed');
  }
  await evaluate('watch.end()');
  return passed;
}
