import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { accessOf } from '../guards/access.ts';
import { millPorts } from '../tokens.ts';
import type { HttpRequest } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import {
  liftTakedown,
  listTakedowns,
  takeDown,
  type MillPorts,
  type TakedownBody,
  type TakedownReceipt,
} from '@newsmill/operate';
import { bodyPipe, queryPipe } from '../description/zod-pipe.ts';

const noQuery = queryPipe(operations.takedowns.query);

/** Who asked, for the receipt. */
export function askerOf(request: HttpRequest): string {
  const { name, caller } = accessOf(request);
  return name ?? caller;
}

/** Articles that must go for good, for admins. */
@Controller('api/v1')
export class TakedownController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get('takedowns')
  async takedowns(
    @Query(noQuery) _query: object,
  ): Promise<{ readonly takedowns: readonly TakedownReceipt[] }> {
    return { takedowns: await listTakedowns(this.#ports.registry) };
  }

  @Post('articles/:id/takedown')
  @HttpCode(200)
  async takeDown(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.takeDown.body)) { reason }: TakedownBody,
  ): Promise<TakedownReceipt> {
    return takeDown(this.#ports, { article: id, reason, who: askerOf(request) }, this.#ports.now());
  }

  @Delete('articles/:id/takedown')
  async lift(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
  ): Promise<TakedownReceipt> {
    return liftTakedown(this.#ports, { article: id, who: askerOf(request) }, this.#ports.now());
  }
}
