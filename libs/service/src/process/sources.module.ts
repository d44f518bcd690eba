import { join } from 'node:path';
import {
  Inject,
  Injectable,
  Module,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Health, Metrics } from '@newsmill/runtime';
import {
  HEALTH,
  Lifecycle,
  METRICS,
  NOTE,
  SERVICES,
  SETTINGS,
  type ServiceNames,
} from '@newsmill/runtime/nest';
import type { Note } from '@newsmill/contracts';
import type { Settings } from '@newsmill/settings';
import { openSourceFolder, type Secrets, type SourceFolder } from '@newsmill/source-files';
import type { DemoPapers } from './demo-papers.ts';
import { seedSources } from './seed-sources.ts';
import { tellProblems } from './tell-problems.ts';
import { DEMO, SECRETS, SOURCE_FOLDER } from './tokens.ts';

/** Only where requests are made do the secrets of sources have to be there. */
function openFolder(
  settings: Settings,
  services: ServiceNames,
  secrets: Secrets,
  demo?: DemoPapers,
): SourceFolder {
  const directory = settings.sources ?? join(settings.data, 'sources');
  if (settings.sources === undefined) seedSources(directory);
  return openSourceFolder(directory, {
    builtIn: demo?.sources ?? [],
    secrets: services.includes('fetch') ? secrets : undefined,
    isHeld: (id) => demo?.away !== undefined && demo.isDemo(id),
  });
}

/** Follows changes of the source folder where no fetcher does: the API tells of sources. */
@Injectable()
class SourceWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #watching: Promise<void> | undefined;

  constructor(
    @Inject(SOURCE_FOLDER) private readonly folder: SourceFolder,
    @Inject(SERVICES) private readonly services: ServiceNames,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(NOTE) private readonly note: Note,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(HEALTH) private readonly health: Health,
  ) {}

  onApplicationBootstrap(): void {
    if (this.services.includes('fetch')) return;
    const tell = () =>
      tellProblems(this.folder, { note: this.note, metrics: this.metrics, health: this.health });
    void this.lifecycle.whenReady(() => {
      tell();
      this.#watching = this.folder.watch(this.lifecycle.halt, async () => tell());
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.lifecycle.end();
    await this.#watching;
  }
}

/** The source files, as they are now. */
@Module({
  providers: [
    {
      provide: SOURCE_FOLDER,
      inject: [SETTINGS, SERVICES, SECRETS, { token: DEMO, optional: true }],
      useFactory: openFolder,
    },
    SourceWatch,
  ],
  exports: [SOURCE_FOLDER],
})
export class SourcesModule {}
