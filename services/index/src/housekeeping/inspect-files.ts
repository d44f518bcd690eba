import { existsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Note } from '@newsmill/contracts';
import type { DatabaseFile } from '@newsmill/operate';
import type { Health } from '@newsmill/runtime';
import { Every, HEALTH, Lifecycle, NOTE, PORTS, SETTINGS, type Ports } from '@newsmill/runtime/nest';
import { databaseFiles } from '@newsmill/service';
import { formsOf, type Settings } from '@newsmill/settings';
import { inspectFiles as readForDamage } from '@newsmill/store';

/** A library up to this size is read whole before the mill is ready: a second or two. */
const mostAtStart = 64 * 1_024 * 1_024;

/**
 * Reads the files in the data folder for damage, at the start and once a day, table by table, in processes of their
 * own that yield to all others.
 */
@Injectable()
export class FileInspection implements OnApplicationBootstrap {
  /** Whether the library was read at the start. */
  #isLibraryRead = false;
  #atStart: Promise<void> | undefined;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(HEALTH) private readonly health: Health,
    @Inject(NOTE) private readonly note: Note,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
  ) {}

  /** A small library is read before the mill is called ready; a large one beside its work. */
  onApplicationBootstrap(): void {
    const file = join(this.settings.data, 'library.db');
    this.#atStart = this.lifecycle.whenReady(async () => {
      if (formsOf(this.settings).library !== 'sqlite' || !existsSync(file)) return;
      if (statSync(file).size >= mostAtStart) return;
      this.#isLibraryRead = true;
      await this.ports.library.inspect();
    });
  }

  @Every('1d', 'inspect-files')
  async inspect(): Promise<void> {
    await this.#inspect().catch((error: unknown) =>
      this.note('files.unread', { error: error instanceof Error ? error.message : String(error) }),
    );
  }

  async #inspect(): Promise<void> {
    await this.#atStart;
    if (!this.#isLibraryRead) await this.ports.library.inspect();
    this.#isLibraryRead = false;
    await this.#inspectDatabases();
  }

  async #inspectDatabases(): Promise<void> {
    const { data } = this.settings;
    const read: DatabaseFile[] = [];
    await readForDamage(
      databaseFiles(formsOf(this.settings)).map((file) => join(data, file)),
      'sliced',
      ({ path, problem }) => {
        this.#tell(basename(path), problem);
        read.push({ file: basename(path), ...(problem === undefined ? {} : { problem }) });
      },
    );
    if (read.length === 0) return;
    const { keepDatabaseLook } = await import('@newsmill/operate');
    await keepDatabaseLook(this.ports.registry, { at: this.ports.now(), host: hostname(), files: read });
  }

  #tell(file: string, detail: string | undefined): void {
    if (detail === undefined) return void this.health.clear(file);
    const isNew = this.health.block(
      file,
      `${join(this.settings.data, file)} is damaged (${detail}): stop the mill, then bring over what can be read of it (./newsmill recover), restore a backup (./newsmill restore), or move ${file}, ${file}-wal and ${file}-shm away`,
    );
    if (isNew) this.note('file.damaged', { file, detail });
  }
}
