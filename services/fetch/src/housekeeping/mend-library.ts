import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { stages } from '@newsmill/contracts';
import type { ProcessPorts } from '@newsmill/runtime';
import { Every, Lifecycle, PROCESS } from '@newsmill/runtime/nest';
import { productToken } from '@newsmill/fetch';
import type { ReadingThread } from '@newsmill/reading';
import { bringBack, countMissing, describeBroughtBack, findMissing } from '@newsmill/operate';
import { READING, readComparison, SOURCE_FOLDER } from '@newsmill/service';
import type { SourceFolder } from '@newsmill/source-files';

/** How often the library is counted beside the ledger, milliseconds. */
const countEveryMs = 60_000;
const rebuilding = 'library-rebuild';

/** Waits until nothing is on its way to the library any more. */
async function untilDone(ports: ProcessPorts, missing: number, signal: AbortSignal): Promise<void> {
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

async function rebuild(
  ports: ProcessPorts,
  { sourceOf, thread }: { readonly sourceOf: SourceFolder['sourceOf']; readonly thread: ReadingThread },
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
@Injectable()
export class LibraryMending implements OnApplicationBootstrap {
  #aside = -1;
  #lacked = false;
  #countedAt = 0;
  #mended: number | undefined;
  #atStart: Promise<void> | undefined;

  constructor(
    @Inject(PROCESS) private readonly process: ProcessPorts,
    @Inject(SOURCE_FOLDER) private readonly folder: SourceFolder,
    @Inject(READING) private readonly thread: ReadingThread,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
  ) {}

  /** Before the mill is called ready. */
  onApplicationBootstrap(): void {
    this.#atStart = this.lifecycle.whenReady(async () => {
      if ((await countMissing(this.process)) === 0) return;
      this.process.health.block(
        rebuilding,
        'the library lacks articles that the ledger calls indexed; it is about to be rebuilt from the archive',
      );
    });
  }

  @Every('1s', 'mend-library')
  async mend(signal: AbortSignal): Promise<void> {
    try {
      await this.#mend(signal);
    } catch (error) {
      this.process.health.fail(rebuilding, error);
    }
  }

  async #mend(signal: AbortSignal): Promise<void> {
    await this.#atStart;
    const { process: ports } = this;
    const damages = ports.damages();
    const isFresh = this.#aside !== damages;
    if (!isFresh && ports.now() - this.#countedAt < countEveryMs) return;
    this.#aside = damages;
    this.#countedAt = ports.now();
    const lacks = (await countMissing(ports)) > 0;
    const { at, unbalanced } = await readComparison(ports);
    const isNamed = at !== this.#mended && (unbalanced['missing'] ?? 0) > 0;
    if (isNamed || (lacks && (isFresh || this.#lacked)))
      await rebuild(ports, { sourceOf: this.folder.sourceOf, thread: this.thread }, signal);
    this.#mended = at;
    this.#lacked = lacks && (await findMissing(ports)).length > 0;
    if (!signal.aborted && damages === ports.damages()) ports.health.clear(rebuilding);
  }
}
