import {
  Inject,
  Injectable,
  Optional,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { HttpClient } from '@newsmill/http';
import { grantsOf } from '@newsmill/operate';
import type { ProcessPorts, Running } from '@newsmill/runtime';
import { Lifecycle, PROCESS } from '@newsmill/runtime/nest';
import { HTTP, SOURCE_FOLDER } from '@newsmill/service';
import type { SourceFolder } from '@newsmill/source-files';
import { runAlerts } from './run-alerts.ts';

/** Alerts of saved searches. */
@Injectable()
export class Alerts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #running: Running | undefined;

  constructor(
    @Inject(PROCESS) private readonly process: ProcessPorts,
    @Inject(HTTP) private readonly http: HttpClient,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Optional() @Inject(SOURCE_FOLDER) private readonly folder?: SourceFolder,
  ) {}

  onApplicationBootstrap(): void {
    const grants = grantsOf((id) => this.folder?.sourceOf(id));
    void this.lifecycle.whenReady(async () => {
      this.#running = await runAlerts(this.process, { http: this.http, grants });
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.lifecycle.end();
    await this.#running?.stop();
  }
}
