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
} from '@newsmill/contracts';
import { extendArticle, nextStop } from '@newsmill/enrich';
import { defineStage, runStage, type Running, type StagePorts } from '@newsmill/runtime';

/** Takes what came back from an extension, and hands it on. */
function returnStage(name: string, extensions: readonly Extension[]) {
  return defineStage({
    step: { ...pipeline.enrich, group: extendedGroup },
    label: `extension-${name}`,
    from: returnedTopic(name),
    to: articleEnriched,
    run: (article) => extendArticle(name, article),
    handOver: (article: EnrichedArticle) => nextStop(article, extensions, name),
  });
}

/** Hands on what waits for an extension that is passed over. */
function skipStage(name: string, extensions: readonly Extension[]) {
  return defineStage({
    step: { ...pipeline.enrich, group: extensionGroup },
    label: `passing-${name}`,
    from: sentTopic(name),
    to: articleEnriched,
    run: (article: EnrichedArticle) => ({
      ...accept(article),
      detail: `the extension ${name} was passed over`,
    }),
    handOver: (article: EnrichedArticle) => nextStop(article, extensions, name),
  });
}

/**
 * Takes articles back from extensions, and past those that are not waited for. Nothing here asks the outside
 * world, so no try is repeated.
 */
export async function runExtensions(extensions: readonly Extension[], ports: StagePorts): Promise<Running> {
  const pace = { batch: 64, parallel: 2, gatherMs: 5 };
  const alone = { ...ports, retryLadder: [] };
  const running: Running[] = [];
  for (const { name, isSkipped } of extensions) {
    running.push(await runStage(returnStage(name, extensions), alone, pace));
    if (isSkipped) running.push(await runStage(skipStage(name, extensions), alone, pace));
  }
  return {
    async stop() {
      await Promise.all(running.map((each) => each.stop()));
    },
  };
}
