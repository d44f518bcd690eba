import { Module } from '@nestjs/common';
import { CLOCK, NOTE, PLAN, SETTINGS, THREADS } from '@newsmill/runtime/nest';
import { EnrichHandler } from './enrich.handler.ts';
import { ExtensionLanes } from './extension-lanes.ts';
import { ModelAdvice } from './model-advice.ts';
import { ENRICHING, openEnriching } from './open-enriching.ts';

/** Enriches articles with what their own text proves, and sends them to extensions. */
@Module({
  controllers: [EnrichHandler],
  providers: [
    { provide: ENRICHING, inject: [SETTINGS, PLAN, THREADS, NOTE], useFactory: openEnriching },
    { provide: ModelAdvice, inject: [SETTINGS, CLOCK], useFactory: ModelAdvice.open },
    ExtensionLanes,
  ],
})
export class EnrichModule {}
