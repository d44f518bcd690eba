import { Module, type Provider } from '@nestjs/common';
import { createHubCallback, millSettings, prepareSources, type MillPorts } from '@newsmill/operate';
import type { HttpClient } from '@newsmill/http';
import type { ReadingThread } from '@newsmill/reading';
import type { GuessBrake, ProcessPorts, RefusedTries } from '@newsmill/runtime';
import { PROCESS } from '@newsmill/runtime/nest';
import {
  ADMIN_KEY,
  GUESSES,
  HTTP,
  HttpModule,
  keepLettersIndex,
  READING,
  ReadingModule,
  REFUSED,
  SECRETS,
  SOURCE_FOLDER,
  SourcesModule,
  TOLD_SETTINGS,
  version,
  type AdminKey,
} from '@newsmill/service';
import { pickSettings, type ToldSetting } from '@newsmill/settings';
import type { Secrets, SourceFolder } from '@newsmill/source-files';
import { ApiModule } from './api-module.ts';
import { millPorts, ownProcess, type OwnProcess } from './tokens.ts';

/** The ports of the API, of what the modules of the process provide. */
const providers: readonly Provider[] = [
  {
    provide: millPorts,
    inject: [PROCESS, SOURCE_FOLDER, HTTP, READING, SECRETS, ADMIN_KEY],
    useFactory(
      process: ProcessPorts,
      folder: SourceFolder,
      http: HttpClient,
      thread: ReadingThread,
      secrets: Secrets,
      key: AdminKey,
    ): MillPorts {
      keepLettersIndex(process.bus, process.settings);
      const ports = { ...process, folder, http, thread, secrets };
      // Of many sources with much history the list takes seconds: nobody is sent here who would wait for it.
      process.health.block('sources-list', 'the list of sources is being made, as after every start');
      void prepareSources(ports).finally(() => process.health.clear('sources-list'));
      return {
        ...ports,
        settings: pickSettings(process.settings, millSettings),
        get adminKey() {
          return key.key;
        },
      };
    },
  },
  {
    provide: ownProcess,
    inject: [PROCESS, TOLD_SETTINGS, GUESSES, REFUSED],
    useFactory: (
      process: ProcessPorts,
      settings: readonly ToldSetting[],
      guesses: GuessBrake,
      refused: RefusedTries,
    ): OwnProcess => ({
      version,
      settings,
      hubCallback: process.settings.publicUrl === undefined ? undefined : createHubCallback(process),
      metrics: process.metrics,
      note: process.note,
      guesses,
      refused,
    }),
  },
];

/** The API and the console, in the process of a mill. */
@Module({ imports: [ApiModule.mount(providers, [SourcesModule, HttpModule, ReadingModule])] })
export class ApiServiceModule {}
