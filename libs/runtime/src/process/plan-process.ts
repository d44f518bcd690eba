import type { ServiceName } from '@newsmill/contracts';
import { formsOf } from '@newsmill/settings';
import { planThreads, type ThreadPlan } from './plan-threads.ts';
import { readMachine } from './read-machine.ts';
import type { ProcessOptions } from './process-options.ts';
import type { ProcessPorts } from './process-ports.ts';

/** How this process divides what it may use, by its settings and its services. */
export function planOf({ settings, services }: Pick<ProcessOptions, 'settings' | 'services'>): ThreadPlan {
  const machine = readMachine();
  const given = {
    ...machine,
    ...(settings.cores === undefined ? {} : { cores: settings.cores }),
    ...(settings.memory === undefined ? {} : { memoryBytes: settings.memory * 1_048_576, isLimited: true }),
  };
  const does = (name: ServiceName) => services.includes(name);
  return planThreads(
    given,
    {
      cleans: does('clean'),
      enriches: does('enrich'),
      readsChannels: does('fetch') || does('api'),
      hasLibrary: formsOf(settings).library === 'sqlite',
      hasVectors: settings.vectors === 'multilingual' && (does('enrich') || does('api')),
    },
    settings,
  );
}

/** Says what was decided: as a note, and as metrics. */
export function tellPlan(plan: ThreadPlan, { note, metrics }: Pick<ProcessPorts, 'note' | 'metrics'>): void {
  note('threads.planned', {
    cores: plan.cores,
    memoryMb: plan.memoryMb,
    clean: plan.cleanThreads,
    enrich: plan.enrichThreads,
    threadMb: plan.threadMb,
  });
  for (const warning of plan.warnings) note('threads.crowded', { warning });
  metrics.memoryLimit.set(plan.memoryMb * 1_048_576);
  metrics.threads.set({ stage: 'clean' }, plan.cleanThreads);
  metrics.threads.set({ stage: 'enrich' }, plan.enrichThreads);
}
