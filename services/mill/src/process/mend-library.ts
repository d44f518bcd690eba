import { setTimeout as sleep } from 'node:timers/promises';
import { stages, type Source } from '@newsmill/contracts';
import { defineRole, type Role, type RolePorts } from '@newsmill/runtime';
import { productToken } from '@newsmill/fetch';
import type { ReadingThread } from '@newsmill/reading';
import { bringBack, countMissing, findMissing, type BroughtBack } from '@newsmill/operate';
import { readComparison } from './kept-comparison.ts';

/** How often the library is counted beside the ledger, milliseconds. */
const countEveryMs = 60_000;
const rebuilding = 'library-rebuild';

/** What is said of a rebuilding. */
export function describeBroughtBack({
  missing,
  fromArchive,
  askedAgain,
  lost,
  damaged,
}: BroughtBack): string {
  const rest = [
    ...(askedAgain > 0 ? [`${askedAgain} pages are asked for again`] : []),
    ...(lost.length > 0
      ? [
          `${lost.length} cannot be had, since their sources are not configured: ${lost.slice(0, 5).join(', ')}`,
        ]
      : []),
    ...(damaged.length > 0
      ? [`${damaged.length} places of the archive cannot be read: ${damaged.slice(0, 5).join(', ')}`]
      : []),
  ];
  return [`of ${missing} missing articles ${fromArchive} are brought back from the archive`, ...rest].join(
    '; ',
  );
}

/** Waits until nothing is on its way to the library any more. */
async function untilDone(ports: RolePorts, missing: number, signal: AbortSignal): Promise<void> {
  const start = await ports.library.count();
  for (let calm = 0; calm < 3 && !signal.aborted; ) {
    const lags = await Promise.all(stages.slice(1).map(({ group }) => ports.bus.lag(group)));
    calm = lags.flat().every(({ messages }) => messages === 0) ? calm + 1 : 0;
    ports.health.block(
      rebuilding,
      `the library is being rebuilt from the archive: about ${Math.min(missing, Math.max(0, (await ports.library.count()) - start))} of ${missing} articles are back; searches find what is there`,
    );
    await sleep(500, undefined, { signal }).catch(() => undefined);
    if ((await countMissing(ports)) === 0) return;
  }
}

interface MendOptions {
  readonly sourceOf: (id: string) => Source | undefined;
  readonly thread: ReadingThread;
}

async function rebuild(
  ports: RolePorts<'userAgent'>,
  { sourceOf, thread }: MendOptions,
  signal: AbortSignal,
): Promise<void> {
  const told = await bringBack(
    { ...ports, sourceOf, thread, agent: productToken(ports.settings.userAgent) },
    signal,
    {
      report: (done, missing) =>
        void ports.health.block(
          rebuilding,
          `the library is being rebuilt from the archive: ${done} of ${missing} pages are handed on; searches find what is there`,
        ),
    },
  );
  if (told.missing === 0) return;
  ports.note('library.rebuilt', {
    ...told,
    lost: told.lost.length,
    damaged: told.damaged.slice(0, 20).join(' '),
    detail: describeBroughtBack(told),
  });
  await untilDone(ports, told.missing, signal);
}

/**
 * Brings articles back that the ledger calls indexed and the library lacks: at the start, when its file was
 * set aside, when counting says so twice (what is just leaving is missing for a moment), and when the last comparison
 * of all items says so: a count does not see what is missing where something else is too many. `/readyz` tells how far
 * it is.
 */
export function mendLibrary(options: MendOptions): Role {
  return defineRole({
    name: 'mend-library',
    takes: ['userAgent'],
    async start(ports) {
      const halt = new AbortController();
      let aside = -1;
      let lacked = false;
      let countedAt = 0;
      let mended: number | undefined;
      async function once(): Promise<void> {
        const isFresh = aside !== ports.damages();
        if (!isFresh && ports.now() - countedAt < countEveryMs) return;
        aside = ports.damages();
        countedAt = ports.now();
        const lacks = (await countMissing(ports)) > 0;
        const { at, unbalanced } = await readComparison(ports);
        const isNamed = at !== mended && (unbalanced['missing'] ?? 0) > 0;
        if (isNamed || (lacks && (isFresh || lacked))) await rebuild(ports, options, halt.signal);
        mended = at;
        lacked = lacks && (await findMissing(ports)).length > 0;
        if (!halt.signal.aborted && aside === ports.damages()) ports.health.clear(rebuilding);
      }
      // Before the mill is called ready.
      if ((await countMissing(ports)) > 0)
        ports.health.block(
          rebuilding,
          'the library lacks articles that the ledger calls indexed; it is about to be rebuilt from the archive',
        );
      const loop = (async () => {
        while (!halt.signal.aborted) {
          await once().catch((error: unknown) => ports.health.fail(rebuilding, error));
          await sleep(1_000, undefined, { signal: halt.signal }).catch(() => undefined);
        }
      })();
      return {
        async stop() {
          halt.abort();
          await loop;
        },
      };
    },
  });
}
