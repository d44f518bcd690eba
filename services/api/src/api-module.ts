import 'reflect-metadata';
import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleInit,
  type Provider,
} from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, HttpAdapterHost } from '@nestjs/core';
import { prepareSources, readDeadGroups, type MillPorts } from '@newsmill/operate';
import { millPorts, ownProcess, type OwnProcess } from './tokens.ts';
import { ConsoleFrame } from './console/console-frame.ts';
import { AccessController } from './controllers/access.controller.ts';
import { AgentsController } from './controllers/agents.controller.ts';
import { AlertsPageController } from './controllers/alerts-page.controller.ts';
import { AssetsController } from './controllers/assets.controller.ts';
import { BackupsController } from './controllers/backups.controller.ts';
import { ChangesController } from './controllers/changes.controller.ts';
import { ChoicesController } from './controllers/choices.controller.ts';
import { ConsoleController } from './controllers/console.controller.ts';
import { DeadController } from './controllers/dead.controller.ts';
import { DeadPageController } from './controllers/dead-page.controller.ts';
import { EventsController } from './controllers/events.controller.ts';
import { FeedsController } from './controllers/feeds.controller.ts';
import { ExportPageController } from './controllers/export-page.controller.ts';
import { ExportController } from './controllers/export.controller.ts';
import { HistoryController } from './controllers/history.controller.ts';
import { ImportPageController } from './controllers/import-page.controller.ts';
import { IntegrityController } from './controllers/integrity.controller.ts';
import { KeysPageController } from './controllers/keys-page.controller.ts';
import { LoginController } from './controllers/login.controller.ts';
import { CountsController } from './controllers/counts.controller.ts';
import { NamesPageController } from './controllers/names-page.controller.ts';
import { CoverageController } from './controllers/coverage.controller.ts';
import { OidcController } from './controllers/oidc.controller.ts';
import { OriginalController } from './controllers/original.controller.ts';
import { OperateController } from './controllers/operate.controller.ts';
import { PreviewPageController } from './controllers/preview-page.controller.ts';
import { ProblemsController } from './controllers/problems.controller.ts';
import { ReportController } from './controllers/report.controller.ts';
import { ReprocessController } from './controllers/reprocess.controller.ts';
import { SavedSearchesController } from './controllers/saved-searches.controller.ts';
import { SearchController } from './controllers/search.controller.ts';
import { SearchWaysController } from './controllers/search-ways.controller.ts';
import { SettingsController } from './controllers/settings.controller.ts';
import { SourceFilesPageController } from './controllers/source-files-page.controller.ts';
import { SourceController } from './controllers/source.controller.ts';
import { SourcesPageController } from './controllers/sources-page.controller.ts';
import { TakedownsPageController } from './controllers/takedowns-page.controller.ts';
import { TakedownController } from './controllers/takedown.controller.ts';
import { GuessBrake } from '@newsmill/runtime';
import { IdentityProvider } from './guards/identity-provider.ts';
import { addHooks, type Hookable } from './http/http-hooks.ts';
import { serveHubs, type HubScope } from './hub-routes.ts';
import { LinkNext } from './description/link-next.ts';
import { ProblemFilter } from './problems/problem-filter.ts';

/**
 * Search and operator API and the console, for a Nest app on Fastify. Headers, host check and error form hold
 * for the whole app that it is mounted in.
 */
@Module({})
export class ApiModule implements OnModuleInit, OnApplicationBootstrap {
  readonly #ports: MillPorts;
  readonly #host: HttpAdapterHost;
  readonly #process: OwnProcess;
  readonly #guesses: GuessBrake;
  constructor(
    @Inject(millPorts) ports: MillPorts,
    @Inject(ownProcess) process: OwnProcess,
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(GuessBrake) guesses: GuessBrake,
  ) {
    this.#guesses = guesses;
    this.#ports = ports;
    this.#process = process;
    this.#host = host;
  }

  /** Mounts the API on these ports. */
  static register(ports: MillPorts, process: OwnProcess): DynamicModule {
    return ApiModule.mount([
      { provide: millPorts, useValue: ports },
      { provide: ownProcess, useValue: process },
    ]);
  }

  /** Mounts it on the ports that other providers give; `imports`: the modules that have what they ask for. */
  static mount(ports: readonly Provider[], imports: DynamicModule['imports'] = []): DynamicModule {
    return {
      module: ApiModule,
      imports,
      controllers: [
        SearchController,
        ExportController,
        ExportPageController,
        AgentsController,
        CountsController,
        FeedsController,
        SavedSearchesController,
        EventsController,
        OperateController,
        DeadController,
        DeadPageController,
        SourceController,
        TakedownController,
        BackupsController,
        ChangesController,
        IntegrityController,
        AccessController,
        ProblemsController,
        SettingsController,
        KeysPageController,
        LoginController,
        OidcController,
        ChoicesController,
        AlertsPageController,
        TakedownsPageController,
        SourcesPageController,
        SourceFilesPageController,
        ImportPageController,
        PreviewPageController,
        AssetsController,
        HistoryController,
        NamesPageController,
        SearchWaysController,
        OriginalController,
        CoverageController,
        ReportController,
        ReprocessController,
        ConsoleController,
      ],
      providers: [
        ...ports,
        ConsoleFrame,
        {
          provide: IdentityProvider,
          inject: [millPorts],
          useFactory: (given: MillPorts) => new IdentityProvider(given),
        },
        {
          provide: GuessBrake,
          inject: [millPorts, ownProcess],
          useFactory: (given: MillPorts, { guesses }: OwnProcess) =>
            guesses ?? new GuessBrake(() => [given.adminKey]),
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: LinkNext },
      ],
    };
  }

  onModuleInit(): void {
    const server = this.#host.httpAdapter.getInstance<Hookable & HubScope>();
    addHooks(server, this.#ports, {
      ...this.#process,
      guesses: this.#guesses,
    });
    if (this.#process.hubCallback !== undefined) serveHubs(server, this.#process.hubCallback);
  }

  /** Reads ahead what the first who looks would wait for; what is away then, whoever looks is told. */
  onApplicationBootstrap(): void {
    void readDeadGroups(this.#ports, {}).catch(() => undefined);
    void prepareSources(this.#ports);
  }
}
