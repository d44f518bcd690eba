import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import { listBackups, type BackupReceipt, type MillPorts } from '@newsmill/operate';
import { renderBackup } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { operations } from '../description/operations.ts';
import { queryPipe } from '../description/zod-pipe.ts';
import { mayChange } from '../guards/guard-requests.ts';
import type { HttpRequest } from '../http/http-types.ts';
import { millPorts } from '../tokens.ts';

/** Which backups were made: for programs, and as a page. */
@Controller()
export class BackupsController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('api/v1/backups')
  async backups(
    @Query(queryPipe(operations.backups.query)) _query: object,
  ): Promise<{ readonly backups: readonly BackupReceipt[] }> {
    return { backups: await listBackups(this.#ports.registry) };
  }

  @Get('backup')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(@Req() request: HttpRequest): Promise<string> {
    const backups = mayChange(request, 'admin') ? await listBackups(this.#ports.registry) : undefined;
    return renderBackup({ backups }, this.#frame.of(request));
  }
}
