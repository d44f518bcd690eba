import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  accept,
  articleEnriched,
  extendedGroup,
  extensionGroup,
  pipeline,
  returnedTopic,
  sentTopic,
  type EnrichedArticle,
  type Extension,
  type Outcome,
  type Topic,
} from '@newsmill/contracts';
import { extendArticle, nextStop } from '@newsmill/enrich';
import { BusTransport, SETTINGS } from '@newsmill/runtime/nest';
import type { Settings } from '@newsmill/settings';

/** Takes articles back from extensions, and past those that are not waited for: a handler for each, by the settings. */
@Injectable()
export class ExtensionLanes implements OnModuleInit {
  constructor(
    @Inject(BusTransport) private readonly transport: BusTransport,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    for (const extension of this.settings.extensions) {
      this.#takeBack(extension);
      if (extension.isSkipped) this.#passOver(extension);
    }
  }

  /** Takes what came back from an extension, and hands it on. */
  #takeBack({ name }: Extension): void {
    this.#handle(name, {
      label: `extension-${name}`,
      from: returnedTopic(name),
      group: extendedGroup,
      run: (article) => extendArticle(name, article),
    });
  }

  /** Hands on what waits for an extension that is passed over. */
  #passOver({ name }: Extension): void {
    this.#handle(name, {
      label: `passing-${name}`,
      from: sentTopic(name),
      group: extensionGroup,
      run: (article: EnrichedArticle) => ({
        ...accept(article),
        detail: `the extension ${name} was passed over`,
      }),
    });
  }

  #handle<In extends EnrichedArticle>(
    name: string,
    lane: {
      readonly label: string;
      readonly from: Topic<In>;
      readonly group: string;
      run(article: In): Outcome<EnrichedArticle>;
    },
  ): void {
    this.transport.addStep(
      {
        step: { ...pipeline.enrich, group: lane.group },
        label: lane.label,
        from: lane.from,
        to: articleEnriched,
        handOver: (article: EnrichedArticle, { extensions }) => nextStop(article, extensions, name),
        // Nothing here asks the outside world.
        retries: false,
        pace: { batch: 64, parallel: 2, gatherMs: 5 },
      },
      lane.run,
    );
  }
}
