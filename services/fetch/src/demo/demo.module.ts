import { Global, Inject, Module, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, SETTINGS } from '@newsmill/runtime/nest';
import { DEMO, type DemoPapers } from '@newsmill/service';
import { formsOf, portsInServers, type Settings } from '@newsmill/settings';
import type { Demo } from './serve-demo.ts';
import { DemoRemoval } from './remove-demo.ts';
import { wantsDemo } from './wants-demo.ts';

/** The papers, and the server that has them; nothing where they are not wanted. */
interface Served extends DemoPapers {
  readonly demo?: Demo | undefined;
}

/** Serves the papers where they are wanted; their code is loaded there only. */
async function openPapers(settings: Settings, now: () => number): Promise<Served | undefined> {
  const byDefault = settings.sources === undefined && portsInServers(formsOf(settings)).length === 0;
  if (!wantsDemo(settings.data, settings.demo, byDefault)) return undefined;
  const { openDemo } = await import('./open-demo.ts');
  const { demoSources, isDemoSource } = await import('./serve-demo.ts');
  const { demo, away } = await openDemo(settings.data, now());
  return { demo, away, sources: demo === undefined ? [] : demoSources(demo.origin), isDemo: isDemoSource };
}

/** The demonstration papers. */
@Global()
@Module({
  providers: [{ provide: DEMO, inject: [SETTINGS, CLOCK], useFactory: openPapers }, DemoRemoval],
  exports: [DEMO],
})
export class DemoModule implements OnApplicationShutdown {
  constructor(@Optional() @Inject(DEMO) private readonly papers?: Served) {}

  async onApplicationShutdown(): Promise<void> {
    await this.papers?.demo?.close();
  }
}
