import type { FetchItem, Moment, Source, Visit, VisitQuestion, HttpAnswer } from '@newsmill/contracts';
import {
  readChannelFailure,
  readChannelVisit,
  readIfJoined,
  readPageFailure,
  readPageVisit,
  type Failure,
} from '@newsmill/fetch';
import { Unreadable } from '@newsmill/reading';
import { configuredChannel } from './configured-channel.ts';
import type { CrawlPorts } from './crawl-ports.ts';

/** Whose answer it is. */
export interface Asked {
  readonly item: FetchItem;
  readonly source: Source;
  readonly moment: Moment;
}
type ReadingPorts = Pick<CrawlPorts, 'policy' | 'thread' | 'usage'>;

/** What follows from an answer; a question where the state must be asked first. */
export async function readAnswer(
  { item, source, moment }: Asked,
  answer: HttpAnswer,
  ports: ReadingPorts,
): Promise<Visit | VisitQuestion> {
  if (item.kind === 'page')
    return readIfJoined(item, readPageVisit(item, answer, { source, policy: ports.policy, moment }), moment);
  return readChannel({ item: configuredChannel(item, source), source, moment }, answer, ports);
}

/** What follows from a poll. A channel that cannot be read within the budget is a failing one. */
async function readChannel(
  { item, source, moment }: Asked,
  answer: HttpAnswer,
  { policy, thread, usage }: ReadingPorts,
): Promise<Visit> {
  const { body, decoded: _decoded, ...head } = answer;
  // Without a body there is nothing to read.
  if (answer.status === 304 || answer.status < 200 || answer.status >= 300)
    return readChannelVisit(item, source, answer, policy, moment);
  try {
    return await thread.read('channel', { body, head, item, source, policy, moment }, (cpuMs) =>
      usage.spent(source.id, { cpuMs }),
    );
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return readChannelFailure(
      item,
      {
        kind: 'unreadable',
        message: `the answer (${body.byteLength} bytes) could not be read: ${error.message}`,
        retryable: true,
      },
      policy,
      moment,
    );
  }
}

/** What follows where no answer came. */
export function readFailure(
  { item, source, moment }: Asked,
  failure: Failure,
  { policy }: Pick<CrawlPorts, 'policy'>,
): Visit | VisitQuestion {
  return item.kind === 'page'
    ? readPageFailure(item, failure, { source, policy, moment })
    : readChannelFailure(item, failure, policy, moment);
}
