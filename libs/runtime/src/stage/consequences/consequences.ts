import {
  fateOfDrop,
  withdrawals,
  writeMessage,
  type Accepted,
  type Dropped,
  type HeldArticle,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { labelOf, type AnyStage } from '../define-stage.ts';
import type { PageMessage } from '../page-message.ts';
import type { StagePorts } from '../stage-ports.ts';
import { writeGone } from '../write-gone.ts';
import { writeTold } from '../write-told.ts';
import { attemptHeader } from '../retry-headers.ts';
import { complaintOf, deadOf } from './dead-of.ts';
import { eventOf } from './event-of.ts';
import type { Handled } from './handled.ts';
import { observeDelays } from './observe-delays.ts';
import { putBehind, retryOf, waitForBrake } from './send-again.ts';

function acceptedOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  { value, detail, complaint }: Accepted<unknown>,
  ports: StagePorts,
): OutgoingMessage[] {
  const now = ports.now();
  if (stage.kind === 'sink') {
    const { articleId } = value as { articleId: string }; // the outcome type of a sink
    if (handled.input !== undefined) observeDelays(handled.input, now, ports.metrics);
    return [eventOf(stage, handled, now, { fate: 'indexed', articleId })];
  }
  const next = value as PageMessage; // the outcome type of a stage
  const { to, extension } = stage.handOver?.(next) ?? { to: stage.to };
  const wire = writeMessage(to, next, {
    key: next.item,
    source: stage.step.stage,
    time: now,
    traceparent: handled.message.headers['traceparent'],
  });
  // What an extension sends back tells of the same stage: the count of its attempts goes on.
  const attempt = handled.message.headers[attemptHeader];
  const headers =
    extension === undefined || attempt === undefined
      ? wire.headers
      : { ...wire.headers, [attemptHeader]: attempt };
  return [
    { topic: to.name, ...wire, headers },
    eventOf(stage, handled, now, {
      fate: 'passed',
      extension,
      detail: passedOn(detail, extension),
      reason: complaint?.reason,
    }),
    ...(complaint === undefined ? [] : [complaintOf(stage, handled, complaint, ports)]),
  ];
}

/** What a stage found out, and who has the article now, in words. */
function passedOn(detail: string | undefined, extension: string | undefined): string | undefined {
  const parts = [
    detail?.slice(0, 500),
    extension === undefined ? undefined : `to the extension ${extension}`,
  ];
  const said = parts.filter((part) => part !== undefined).join('; ');
  return said === '' ? undefined : said;
}

/** Everything that follows from one result: the next message, the ledger event, a retry or a dead letter. */
export function consequences<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  ports: StagePorts,
): OutgoingMessage[] {
  const { result } = handled;
  const name = labelOf(stage);
  ports.metrics.articles.inc({ stage: name, outcome: result.kind });
  if (result.kind === 'noted') return [];
  if (result.kind === 'accept') return acceptedOf(stage, handled, result, ports);
  if (result.kind === 'throw') return retryOf(stage, handled, result.error, ports);
  if (result.kind === 'braked') return waitForBrake(stage, handled, result.until, ports);
  if (result.kind === 'postponed') return putBehind(stage, handled);
  ports.metrics.reasons.inc({ stage: name, reason: result.reason });
  if (result.kind === 'reject') return deadOf(stage, handled, result.reason, result.detail ?? '', ports);
  ports.note('message.dropped', { stage: name, key: handled.message.key, reason: result.reason });
  const { input } = handled;
  if (result.reason === 'left-out')
    ports.metrics.leftOut.inc({ source: input?.sourceId ?? '', rule: result.detail ?? '' });
  const held = input?.held;
  if (
    stage.kind === 'stage' &&
    input !== undefined &&
    held !== undefined &&
    held.articleId !== result.articleId
  )
    return refusalOf(stage, { ...handled, input }, { result, held }, ports);
  return [
    ...toldBy(stage, handled, result, ports),
    eventOf(stage, handled, ports.now(), {
      fate: fateOfDrop(result.reason),
      reason: result.reason,
      articleId: result.articleId,
      detail: result.detail,
    }),
  ];
}

/** Whose address leads to an article that another one brought has told of that article too. */
function toldBy<In extends PageMessage>(
  stage: AnyStage<In>,
  { input }: Handled<In>,
  { reason, articleId }: Dropped,
  ports: StagePorts,
): OutgoingMessage[] {
  if (stage.kind !== 'stage' || input === undefined || reason !== 'duplicate-of' || articleId === undefined)
    return [];
  const { item, url, sourceId, firstSeen } = input;
  return [
    writeTold(
      { item, url, sourceId, firstSeen, sources: [sourceId], articleId },
      { source: stage.step.stage, time: ports.now() },
    ),
  ];
}

/**
 * A page was refused whose article is in the library: that leaves it with the version of this page where its
 * publisher says so for good, and stays else, under the name of indexed and with the reason.
 */
function refusalOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In> & { readonly input: In },
  { result: { reason, articleId }, held }: { readonly result: Dropped; readonly held: HeldArticle },
  ports: StagePorts,
): OutgoingMessage[] {
  const now = ports.now();
  const withdrawal = withdrawals[reason];
  if (withdrawal === 'at-once' || (withdrawal === 'confirmed' && held.mayLeave)) {
    ports.note('article.withdrawn', { source: handled.input.sourceId, url: handled.input.url, reason });
    const leaving = {
      articleId: held.articleId,
      detail: withdrawal === 'at-once' ? reason : held.why,
      reason,
      movedTo: articleId,
    };
    return [
      writeGone(handled.input, leaving, { source: stage.step.stage, time: now }),
      eventOf(stage, handled, now, {
        fate: fateOfDrop(reason),
        reason,
        articleId,
        detail: `article ${held.articleId} leaves the library`,
      }),
    ];
  }
  const why = withdrawal === undefined ? 'the article of an earlier visit stays' : held.why;
  ports.note('article.kept', {
    source: handled.input.sourceId,
    url: handled.input.url,
    reason: `${reason}: ${why}`,
  });
  return [
    eventOf(stage, handled, now, {
      fate: 'indexed',
      reason,
      articleId: held.articleId,
      leadsTo: articleId,
      detail: why,
    }),
  ];
}
