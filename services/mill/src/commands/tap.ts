import { ledger, readMessage, stageNames, withoutFrontier, type LedgerEvent } from '@newsmill/contracts';
import { defineCommand } from './declare/define-command.ts';
import { data } from './declare/mill-options.ts';
import { flag, oneOf, text, whole } from './declare/options.ts';
import { haltOnSignals } from './halt-on-signals.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { paint, paintFate } from './telling/paint.ts';
import { withPorts } from './with-ports.ts';

/** More lines than anybody can read are counted, not written: so many a second. */
const mostPerSecond = 200;
/** Of what a publisher wrote so much is shown, characters. */
const longest = 300;

const plain = (words: string): string => words.replaceAll(/\p{Cc}+/gu, ' ').slice(0, longest);

/** A message on its way, in a line. */
function lineOf({ at, stage, fate, sourceId, url, attempt, reason, detail, traceId }: LedgerEvent): string {
  const why = [reason === undefined ? '' : `(${reason})`, plain(detail ?? '')].filter((part) => part !== '');
  return [
    new Date(at).toISOString().slice(11),
    stage.padEnd(8),
    paintFate(fate, fate.padEnd(9)),
    sourceId,
    plain(url),
    ...(attempt > 1 ? [`try ${attempt}`] : []),
    ...why,
    ...(traceId === undefined ? [] : [paint('quiet', traceId)]),
  ].join('  ');
}

/** Lets so many lines a second through, and says how many it held back. */
class Valve {
  #second = 0;
  #count = 0;

  take(now: number): boolean {
    const second = Math.floor(now / 1_000);
    if (second !== this.#second) {
      const held = this.#count - mostPerSecond;
      if (held > 0) complain(`… ${held} more passed in that second`);
      [this.#second, this.#count] = [second, 0];
    }
    this.#count += 1;
    return this.#count <= mostPerSecond;
  }
}

/**
 * What the ledger hears, as it hears it: each message of a stage is one event. Nothing is taken, no group
 * counts it, and the mill does not know that somebody looks.
 */
export const command = defineCommand({
  name: 'tap',
  description:
    'what passes a stage, as it passes: one line for each message; takes nothing from the mill, which does not notice',
  words: '<stage>',
  wordMeanings: { '<stage>': `${stageNames.join(', ')}, or all` },
  options: {
    follow: flag('go on until Ctrl-C; without it until --limit messages have passed'),
    limit: whole('<n>', 20, 'without --follow: messages after which it ends'),
    source: text('<id>', 'only messages of this source'),
    format: oneOf('<format>', ['text', 'json'], 'text', 'json: one event of the ledger a line'),
    data,
  },
  examples: ['newsmill tap clean --follow', 'newsmill tap all --source herald --limit 5 --format json'],
  exits: ['done', ...millExits],
  async run([named], { follow, limit, source, format, data: folder }) {
    const stage = stageNames.find((one) => one === named);
    if (stage === undefined && named !== 'all') {
      complain(`there is no stage ${JSON.stringify(named)}: say ${stageNames.join(', ')} or all`);
      return exitCodes.usage;
    }
    const halt = haltOnSignals();
    const valve = new Valve();
    let shown = 0;
    await withPorts(folder, async ({ bus }) => {
      if (process.stderr.isTTY) complain('waiting for what passes; Ctrl-C ends it');
      for await (const message of bus.follow(ledger.name, halt.signal)) {
        const read = readMessage(ledger, message);
        if (!read.ok) continue;
        const event = withoutFrontier(read.value);
        if ((stage !== undefined && event.stage !== stage) || (source ?? event.sourceId) !== event.sourceId)
          continue;
        if (follow && !valve.take(Date.now())) continue;
        say(format === 'json' ? JSON.stringify(event) : lineOf(event));
        shown += 1;
        if (!follow && shown >= limit) halt.abort();
      }
    });
    return exitCodes.done;
  },
});
