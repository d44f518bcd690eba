import { setTimeout as sleep } from 'node:timers/promises';
import {
  CleanArticle,
  articleCleaned,
  articleEnriched,
  DeadLetterFacts,
  deadLetterHeader,
  deadLetters,
  EnrichedArticle,
  accept,
  pipeline,
  writeMessage,
  type ArticleGone,
  type ArticleTold,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { defineStage, runStage } from '@newsmill/runtime';
import { openTestPorts } from '../../libs/runtime/src/testing/open-test-ports.ts';

/** A stage at work that takes messages, with the bus of a mill. */
export interface BusDoor {
  /**
   * Sends a message, and a good one behind it with the same key; answers the reason of the dead letter of the
   * first, when the second has passed.
   */
  send(message: Partial<Pick<OutgoingMessage, 'key' | 'value' | 'headers'>>): Promise<string>;
  close(): Promise<void>;
}

const goodArticle = (item: string): CleanArticle =>
  CleanArticle.parse({
    item,
    sourceId: 'paper',
    url: `https://paper.example/${item}`,
    finalUrl: `https://paper.example/${item}`,
    fetchedAt: 5,
    firstSeen: 1,
    title: 'The crane is repaired',
    text: 'It was repaired.',
    blocks: [],
    confidence: 1,
  });

/** The stage passes on what fits its schema. */
export async function openBusDoor(): Promise<BusDoor> {
  const ports = await openTestPorts();
  const stage = defineStage<CleanArticle, EnrichedArticle | ArticleGone | ArticleTold>({
    step: pipeline.enrich,
    from: articleCleaned,
    to: articleEnriched,
    run: (input) =>
      accept(
        EnrichedArticle.parse({
          ...input,
          id: input.item,
          contentHash: 'h',
          wordCount: 1,
          readingMinutes: 1,
        }),
      ),
  });
  const running = await runStage(stage, ports, { batch: 16, parallel: 3, gatherMs: 0 });
  let number = 0;
  const found = async (topic: string) => {
    const all: { readonly key: string; readonly headers: Readonly<Record<string, string>> }[] = [];
    for await (const message of ports.bus.browse(topic)) all.push(message);
    return all;
  };
  return {
    async send(message) {
      number += 1;
      const item = `behind-${number}`;
      const good = {
        topic: articleCleaned.name,
        ...writeMessage(articleCleaned, goodArticle(item), { key: item, source: 'clean', time: Date.now() }),
      };
      const before = (await found(deadLetters.name)).length;
      await ports.bus.publish([{ ...good, ...message }, good]);
      for (const end = Date.now() + 60_000; ; await sleep(25)) {
        const letters = await found(deadLetters.name);
        const isBehindThrough = (await found(articleEnriched.name)).some(({ key }) => key === item);
        if (isBehindThrough && letters.length > before)
          return DeadLetterFacts.parse(JSON.parse(letters.at(-1)?.headers[deadLetterHeader] ?? '{}')).reason;
        if (Date.now() > end)
          throw new Error(`${letters.length - before} letters; the message behind it: ${isBehindThrough}`);
      }
    },
    async close() {
      await running.stop();
      await ports.close();
    },
  };
}
