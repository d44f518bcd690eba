import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import { ChangesQuery, faultsAmong, listChanges, type Change, type MillPorts } from '@newsmill/operate';
import { renderChanges } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { operations } from '../description/operations.ts';
import { queryPipe } from '../description/zod-pipe.ts';
import { mayChange } from '../guards/guard-requests.ts';
import type { HttpRequest } from '../http/http-types.ts';
import { millPorts } from '../tokens.ts';

/** Entries on a page of the console. */
const onPage = 50;

/** The log of changes, for admins: for programs, and as a page. */
@Controller()
export class ChangesController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('api/v1/changes')
  changes(
    @Query(queryPipe(operations.changes.query)) { limit, cursor }: ChangesQuery,
  ): Promise<{ readonly changes: readonly Change[]; readonly next?: string }> {
    return listChanges(this.#ports.registry, { limit, after: cursor });
  }

  @Get('changes')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(
    @Query(queryPipe(operations.changes.query.pick({ cursor: true }))) {
      cursor,
    }: Pick<ChangesQuery, 'cursor'>,
    @Req() request: HttpRequest,
  ): Promise<string> {
    const listed = mayChange(request, 'admin')
      ? await listChanges(this.#ports.registry, { limit: onPage, after: cursor })
      : undefined;
    const log = listed && { ...listed, faults: faultsAmong(listed.changes) };
    return renderChanges({ log, isFirst: cursor === undefined }, this.#frame.of(request));
  }
}
