import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { openReadingThread, type ReadingThread } from '@newsmill/reading';
import { SETTINGS } from '@newsmill/runtime/nest';
import type { Settings } from '@newsmill/settings';
import { READING } from './tokens.ts';

/** The thread that reads bytes of others; one for the process. */
@Module({
  providers: [
    {
      provide: READING,
      inject: [SETTINGS],
      useFactory: (settings: Settings) => openReadingThread({ budgetMs: settings.readBudget }),
    },
  ],
  exports: [READING],
})
export class ReadingModule implements OnApplicationShutdown {
  constructor(@Inject(READING) private readonly thread: ReadingThread) {}

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
