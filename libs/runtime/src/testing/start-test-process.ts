import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readSettings, type Environment } from '@newsmill/settings';
import { startProcess, type RunningProcess } from '../nest/start-process.ts';
import type { ProcessOptions } from '../process/process-options.ts';
import type { ServiceProcess } from '../nest/start-process.ts';

type Given = Partial<Omit<ProcessOptions, 'settings'>> & {
  readonly environment?: Environment;
  /** Modules with what the process does. */
  readonly imports?: readonly (Type | DynamicModule)[];
  readonly host?: string;
  /** Told of the process before its application is made. */
  readonly onMaking?: (process: ServiceProcess) => void;
  readonly knowsKey?: (ports: RunningProcess['ports'], key: string) => Promise<boolean>;
};

/** A process without services, or with what `imports` do, on a free port. */
export function startTestProcess({
  environment = {},
  imports = [],
  host = '127.0.0.1',
  onMaking,
  knowsKey,
  ...options
}: Given): Promise<RunningProcess> {
  return startProcess(
    { settings: readSettings(environment), environment, services: [], ...options },
    { host, port: 0, ...(knowsKey === undefined ? {} : { knowsKey }) },
    async (process) => {
      onMaking?.(process);
      const module = { module: class TestModule {}, imports: [process.ports, ...imports] };
      return NestFactory.createMicroservice(module, process.microservice);
    },
  );
}
