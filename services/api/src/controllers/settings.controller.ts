import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import type { ToldSetting } from '@newsmill/settings';
import { renderSettings } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { operations } from '../description/operations.ts';
import { pagePipe, queryPipe } from '../description/zod-pipe.ts';
import { mayChange } from '../guards/guard-requests.ts';
import type { HttpRequest } from '../http/http-types.ts';
import type { SettingsQuery } from '../shapes/settings.ts';
import { ownProcess, type OwnProcess } from '../tokens.ts';
import { findSettings } from '../views/find-settings.ts';

/** What this process was started with, for admins: as an answer of the API, and as a page. */
@Controller()
export class SettingsController {
  readonly #settings: readonly ToldSetting[];
  readonly #frame: ConsoleFrame;
  constructor(@Inject(ownProcess) process: OwnProcess, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#settings = process.settings;
    this.#frame = frame;
  }

  @Get('api/v1/settings')
  settings(@Query(queryPipe(operations.settings.query)) query: SettingsQuery): {
    readonly settings: readonly ToldSetting[];
  } {
    return { settings: findSettings(this.#settings, query) };
  }

  @Get('settings')
  @Header('content-type', 'text/html; charset=utf-8')
  page(
    @Query(pagePipe(operations.settings.query)) query: SettingsQuery,
    @Req() request: HttpRequest,
  ): string {
    const maySee = mayChange(request, 'admin');
    return renderSettings(
      {
        query,
        settings: maySee ? findSettings(this.#settings, query) : undefined,
      },
      this.#frame.of(request),
    );
  }
}
