import type { OnApplicationShutdown } from '@nestjs/common';
import type { Settings } from '@newsmill/settings';
import type { ModelAdviser } from './model-adviser.ts';

/** The language model that is asked about articles, where one is set; loaded there only. */
export class ModelAdvice implements OnApplicationShutdown {
  readonly adviser: ModelAdviser | undefined;

  constructor(adviser: ModelAdviser | undefined) {
    this.adviser = adviser;
  }

  static async open(settings: Settings, now: () => number): Promise<ModelAdvice> {
    if (settings.llmUrl === undefined) return new ModelAdvice(undefined);
    const { createModelAdviser } = await import('./model-adviser.ts');
    return new ModelAdvice(createModelAdviser(settings, now));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.adviser?.close();
  }
}
