import type { Scope } from '@newsmill/contracts';
import type { MillPorts } from '@newsmill/operate';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { readConsoleAssets, type ConsoleAssets, type FrameView } from '@newsmill/service-console';
import { accessOf } from '../guards/access.ts';
import { mayChange } from '../guards/guard-requests.ts';
import { millPorts, ownProcess, type OwnProcess } from '../tokens.ts';
import { cookiesOf, type HttpRequest } from '../http/http-types.ts';
import { hasDemonstration } from '../views/read-welcome.ts';
import { wantsPictures } from './wants-pictures.ts';
import { pageOf } from './page-of.ts';

/** The first page of whoever looks: operators see how the mill stands, everybody else searches. */
export function homeOf(scope: Scope): '/overview' | '/' {
  return scope === 'read' ? '/' : '/overview';
}

/** What frames every page: version, clock, theme, its own address, and those of style and script. */
@Injectable()
export class ConsoleFrame {
  readonly assets: ConsoleAssets = readConsoleAssets();
  readonly #ports: MillPorts;
  readonly #logger = new Logger('api');
  readonly #process: OwnProcess;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ownProcess) process: OwnProcess) {
    this.#ports = ports;
    this.#process = process;
  }

  of(request: HttpRequest): FrameView {
    const theme = cookiesOf(request).get('newsmill-theme');
    const { session, name } = accessOf(request);
    return {
      version: this.#process.version,
      now: this.#ports.now(),
      assets: this.assets.addresses,
      here: pageOf(request),
      pictures: wantsPictures(request),
      demonstration: hasDemonstration(this.#ports),
      ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
      ...(session === undefined ? {} : { account: name ?? '' }),
      home: homeOf(mayChange(request, 'write') ? 'write' : 'read'),
    };
  }

  /** An error that nobody foresaw goes to the log in full. */
  report(error: unknown): void {
    this.#logger.error(error);
  }
}
