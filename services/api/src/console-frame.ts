import { Inject, Injectable, Logger } from '@nestjs/common';
import { readConsoleAssets, type ConsoleAssets, type FrameView } from '@newsmill/service-console';
import { accessOf } from './access.ts';
import { apiPorts, type ApiPorts } from './api-ports.ts';
import { cookiesOf, type HttpRequest } from './http-types.ts';

/** What frames every page: version, clock, theme, and the addresses of style and script. */
@Injectable()
export class ConsoleFrame {
  readonly assets: ConsoleAssets = readConsoleAssets();
  readonly #ports: ApiPorts;
  readonly #logger = new Logger('api');
  constructor(@Inject(apiPorts) ports: ApiPorts) {
    this.#ports = ports;
  }

  of(request: HttpRequest): FrameView {
    const theme = cookiesOf(request).get('newsmill-theme');
    const { session, name } = accessOf(request);
    return {
      version: this.#ports.version,
      now: this.#ports.now(),
      assets: this.assets.addresses,
      ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
      ...(session === undefined ? {} : { account: name ?? '' }),
    };
  }

  /** An error that nobody foresaw goes to the log in full. */
  report(error: unknown): void {
    this.#logger.error(error);
  }
}
