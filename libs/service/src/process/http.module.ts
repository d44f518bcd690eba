import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { createHttpClient, type HttpClient } from '@newsmill/http';
import { SETTINGS } from '@newsmill/runtime/nest';
import { ownServers, type Settings } from '@newsmill/settings';
import { HTTP } from './tokens.ts';

/** The guarded client for requests to others. */
@Module({
  providers: [
    {
      provide: HTTP,
      inject: [SETTINGS],
      useFactory: (settings: Settings) =>
        createHttpClient({ userAgent: settings.userAgent, ownServers: ownServers(settings) }),
    },
  ],
  exports: [HTTP],
})
export class HttpModule implements OnApplicationShutdown {
  constructor(@Inject(HTTP) private readonly http: HttpClient) {}

  async onApplicationShutdown(): Promise<void> {
    await this.http.close();
  }
}
