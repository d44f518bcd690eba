import { Module } from '@nestjs/common';
import { ReadingModule, SourcesModule } from '@newsmill/service';
import { DemoModule } from './demo/demo.module.ts';
import { FrontierSource } from './frontier-source.ts';
import { ArchiveUpkeep } from './housekeeping/archive-upkeep.ts';
import { LibraryMending } from './housekeeping/mend-library.ts';
import { Retention } from './housekeeping/keep-retention.ts';
import { SourceMeasures } from './housekeeping/measure-each-source.ts';
import { StateRebuilding } from './housekeeping/rebuild-state.ts';
import { TopicMending } from './housekeeping/mend-topics.ts';
import { DiskWatch } from './housekeeping/watch-full-disk.ts';
import { PushHandler } from './push.handler.ts';

/** Fetches what the sources offer; keeps the archive, which it fills, and mends what was lost. */
@Module({
  imports: [SourcesModule, ReadingModule, DemoModule],
  controllers: [PushHandler],
  providers: [
    FrontierSource,
    ArchiveUpkeep,
    DiskWatch,
    LibraryMending,
    Retention,
    SourceMeasures,
    StateRebuilding,
    TopicMending,
  ],
})
export class FetchModule {}
