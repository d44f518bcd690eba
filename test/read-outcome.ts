import type { ArticleDocument } from '@newsmill/contracts';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { auditMill } from '@newsmill/operate';
import { urlKey } from '@newsmill/text';
import type { JudgedFate } from './newsweb/judge.ts';

/** What a stopped mill has ended with. */
export interface Outcome {
  readonly documents: readonly ArticleDocument[];
  /** By urlKey. */
  readonly fates: ReadonlyMap<string, JudgedFate>;
  /** What does not balance. */
  readonly problems: readonly string[];
}

/**
 * Reads documents, fates and the audit out of what a mill works on: its files (`NEWSMILL_DATA`), or the
 * servers that the settings name.
 */
export async function readOutcome(settings: Readonly<Record<string, string>>): Promise<Outcome> {
  const ports = await openPorts(readSettings(settings));
  try {
    await ports.library.refresh();
    const documents: ArticleDocument[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page = await ports.library.list({ after, limit: 500 });
      documents.push(...page.items);
      after = page.next;
      more = after !== undefined;
    }
    const fates = new Map<string, JudgedFate>();
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await ports.state.listFates({ limit: 1_000, cursor });
      for (const event of page.items)
        fates.set(urlKey(event.url) ?? event.url, { fate: event.fate, reason: event.reason });
      cursor = page.next;
      more = cursor !== undefined;
    }
    // Nothing works here any more: what is quiet now stays quiet.
    const { balanced, findings } = await auditMill(
      { ...ports, now: () => Date.now() + 3_600_000 },
      { isThorough: true },
    );
    return { documents, fates, problems: balanced ? [] : findings };
  } finally {
    await ports.close();
  }
}
