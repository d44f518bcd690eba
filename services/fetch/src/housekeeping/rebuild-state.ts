import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessPorts } from '@newsmill/runtime';
import { Lifecycle, PROCESS } from '@newsmill/runtime/nest';
import { SOURCE_FOLDER } from '@newsmill/service';
import type { SourceFolder } from '@newsmill/source-files';

/** Fills a state that was lost from ledger, library and sources. */
@Injectable()
export class StateRebuilding implements OnModuleInit {
  constructor(
    @Inject(PROCESS) private readonly process: ProcessPorts,
    @Inject(SOURCE_FOLDER) private readonly folder: SourceFolder,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
  ) {}

  onModuleInit(): void {
    this.lifecycle.rebuildBy(async () => {
      const { rebuildState } = await import('@newsmill/operate');
      await rebuildState(this.process, this.folder.sources(), this.process.settings);
    });
  }
}
