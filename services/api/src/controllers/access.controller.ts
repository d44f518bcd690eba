import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { durationMs } from '@newsmill/contracts';
import { ApiProblem } from '../problems/api-problem.ts';
import {
  type MillPorts,
  listKeys,
  revokeKey,
  rotateKey,
  type RotateKeyBody,
  type ApiKey,
  idPattern,
  type AddKeyBody,
  endSession,
  listSessions,
  type Session,
} from '@newsmill/operate';
import { millPorts } from '../tokens.ts';
import { operations } from '../description/operations.ts';
import { makeKey } from '../views/make-key.ts';
import { bodyPipe, queryPipe } from '../description/zod-pipe.ts';

const noQuery = queryPipe(operations.keys.query);

const unknownKey = () =>
  new ApiProblem(
    'unknown-key',
    'There is no key of this id. The key of the first start is changed by ./newsmill keys rotate admin, or by the setting NEWSMILL_ADMIN_KEY.',
  );

/** Keys and sessions, for admins. Their scope is checked before, by the table of operations. */
@Controller('api/v1')
export class AccessController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get('keys')
  async keys(@Query(noQuery) _query: object): Promise<{ readonly keys: readonly ApiKey[] }> {
    return { keys: await listKeys(this.#ports.registry) };
  }

  @Post('keys')
  addKey(
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.addKey.body)) body: AddKeyBody,
  ): Promise<ApiKey & { readonly key: string }> {
    return makeKey(this.#ports, body);
  }

  @Post('keys/:id/rotate')
  @HttpCode(200)
  async rotateKey(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.rotateKey.body)) { overlap }: RotateKeyBody,
  ): Promise<ApiKey & { readonly key: string }> {
    const rotated = idPattern.test(id)
      ? await rotateKey(this.#ports.registry, id, {
          overlapMs: durationMs(overlap),
          now: this.#ports.now(),
        })
      : undefined;
    if (rotated === undefined) throw unknownKey();
    return { ...rotated.apiKey, key: rotated.key };
  }

  @Delete('keys/:id')
  @HttpCode(204)
  async revokeKey(@Param('id') id: string, @Query(noQuery) _query: object): Promise<void> {
    const wasThere = idPattern.test(id) && (await revokeKey(this.#ports.registry, id));
    if (!wasThere) throw unknownKey();
  }

  @Get('sessions')
  async sessions(@Query(noQuery) _query: object): Promise<{ readonly sessions: readonly Session[] }> {
    return { sessions: await listSessions(this.#ports.registry, this.#ports.now()) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  async endSession(@Param('id') id: string, @Query(noQuery) _query: object): Promise<void> {
    const wasThere = idPattern.test(id) && (await endSession(this.#ports.registry, id));
    if (!wasThere) throw new ApiProblem('unknown-session', 'There is no session of this id.');
  }
}
