import { Controller, Get, Inject, Param, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import { changesCursorAt } from '@newsmill/store';
import { millPorts } from '../tokens.ts';
import { EventStreams, followChanges, tellAgain } from '../http/event-streams.ts';
import { headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import { type MillPorts, filterOf, servedLibrary } from '@newsmill/operate';
import type { EventsQuery, SavedEventsQuery } from '../shapes/alerts.ts';
import { readSavedSearch } from '../views/read-saved-search.ts';
import { sharedMillNow } from '../views/shared-mill-now.ts';
import { queryPipe } from '../description/zod-pipe.ts';

/** So often the overview is told; processes announce themselves every ten seconds. */
const overviewMs = 4_000;

/**
 * What arrives, as Server-Sent Events. A reader that was cut off goes on with the header Last-Event-ID, which
 * browsers send by themselves.
 */
@Controller('api/v1')
export class EventsController implements OnModuleDestroy {
  readonly #ports: MillPorts;
  readonly #streams: EventStreams;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
    this.#streams = new EventStreams(ports.settings.eventStreams);
  }

  @Get('search/events')
  async follow(
    @Query(queryPipe(operations.searchEvents.query)) query: EventsQuery,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    reply.send(
      await this.#streams.start(
        followChanges({
          library: servedLibrary(this.#ports, 'notice'),
          where: filterOf(query),
          unit: query.collapse,
          after: this.#placeOf(request, query.after),
        }),
        reply,
      ),
    );
  }

  @Get('saved-searches/:id/events')
  async followSaved(
    @Param('id') id: string,
    @Query(queryPipe(operations.savedSearchEvents.query)) query: SavedEventsQuery,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { value } = await readSavedSearch(this.#ports, id);
    reply.send(
      await this.#streams.start(
        followChanges({
          library: servedLibrary(this.#ports, 'notice'),
          where: filterOf(value),
          unit: value.collapse,
          after: this.#placeOf(request, query.after),
        }),
        reply,
      ),
    );
  }

  @Get('overview/events')
  async followOverview(
    @Query(queryPipe(operations.overviewEvents.query)) _query: object,
    @Res() reply: HttpReply,
  ): Promise<void> {
    reply.send(
      await this.#streams.start(
        tellAgain('overview', overviewMs, () => sharedMillNow(this.#ports)),
        reply,
      ),
    );
  }

  onModuleDestroy(): void {
    this.#streams.close();
  }

  #placeOf(request: HttpRequest, after: string | undefined): string {
    return headerOf(request, 'last-event-id') ?? after ?? changesCursorAt(this.#ports.now());
  }
}
