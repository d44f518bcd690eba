import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { accessOf } from '../access.ts';
import { ApiProblem } from '../api-problem.ts';
import { apiPorts, type ApiPorts, type Takedowns } from '../api-ports.ts';
import type { HttpRequest } from '../http-types.ts';
import { operations } from '../operations.ts';
import type { TakedownBody, TakedownReceipt } from '../shapes/takedown.ts';
import { bodyPipe, queryPipe } from '../zod-pipe.ts';

const noQuery = queryPipe(operations.takedowns.query);

/** Who asked, for the receipt. */
export function askerOf(request: HttpRequest): string {
  const { name, caller } = accessOf(request);
  return name ?? caller;
}

/** Articles that must go for good, for admins. */
@Controller('api/v1')
export class TakedownController {
  readonly #ports: ApiPorts;
  constructor(@Inject(apiPorts) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Get('takedowns')
  async takedowns(
    @Query(noQuery) _query: object,
  ): Promise<{ readonly takedowns: readonly TakedownReceipt[] }> {
    return { takedowns: await takedownsOf(this.#ports).list() };
  }

  @Post('articles/:id/takedown')
  @HttpCode(200)
  async takeDown(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.takeDown.body)) { reason }: TakedownBody,
  ): Promise<TakedownReceipt> {
    return (
      (await takedownsOf(this.#ports).takeDown({ article: id, reason, who: askerOf(request) })) ??
      unknownArticle()
    );
  }

  @Delete('articles/:id/takedown')
  async lift(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
  ): Promise<TakedownReceipt> {
    return (await takedownsOf(this.#ports).lift({ article: id, who: askerOf(request) })) ?? unknownArticle();
  }
}

/** Refuses with not-supported where articles cannot be taken down. */
export function takedownsOf({ takedowns }: ApiPorts): Takedowns {
  if (takedowns === undefined)
    throw new ApiProblem(
      'not-supported',
      'This API has no archive to take articles out of; use ./newsmill takedown.',
    );
  return takedowns;
}

export function unknownArticle(): never {
  throw new ApiProblem('unknown-article', 'There is no article of this id.');
}
