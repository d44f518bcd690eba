import type { HttpAnswer } from '@newsmill/contracts';
import { HttpFailure, type HttpRequest } from '@newsmill/http';
import { addressAttributes, currentTraceparent, spanAttributes, type OpenSpan } from '@newsmill/runtime';
import type { RoomGuest } from './byte-room.ts';
import type { Crawl } from './crawl.ts';
import { noteNetwork } from './wait-for-network.ts';

/** What is asked for, and for whom: the source that it is counted for, and the room that a large body takes. */
interface Purpose {
  readonly kind: 'page' | 'channel' | 'robots';
  readonly sourceId: string;
  readonly guest?: RoomGuest;
}

/**
 * Sends a request and counts what came. A failure is an answer too; only the end of the process is thrown.
 */
export async function sendRequest(
  crawl: Crawl,
  request: HttpRequest,
  purpose: Purpose,
): Promise<HttpAnswer | HttpFailure> {
  const { ports, network } = crawl;
  const outcome = await send(crawl, request, purpose);
  await noteNetwork(crawl, network.heard(outcome, ports.now()));
  return outcome;
}

/** The span of a request below that of the visit. */
function beginRequest(
  { url, method = 'GET' }: HttpRequest,
  { tracing }: Crawl['ports'],
): OpenSpan | undefined {
  const parent = currentTraceparent();
  return parent === undefined
    ? undefined
    : tracing?.begin({
        name: method,
        kind: 'client',
        parent,
        attributes: { [spanAttributes.requestMethod]: method, ...addressAttributes(url) },
      });
}

function endRequest(span: OpenSpan | undefined, { status }: HttpAnswer): void {
  span?.set({ [spanAttributes.statusCode]: status });
  span?.end(status >= 400 ? String(status) : undefined);
}

/** So many bytes of a body are counted at once. */
const toldBytes = 65_536;

async function send(
  { ports, signal }: Crawl,
  request: HttpRequest,
  { kind, sourceId, guest }: Purpose,
): Promise<HttpAnswer | HttpFailure> {
  const began = performance.now();
  const counted = (status: string) => {
    ports.metrics.requests.inc({ kind, status });
    ports.metrics.requestSeconds.observe({ kind, status }, (performance.now() - began) / 1_000);
  };
  const span = beginRequest(request, ports);
  let untold = 0;
  const tell = (): void => {
    if (untold > 0) ports.usage.spent(sourceId, { bytes: untold });
    untold = 0;
  };
  if (kind === 'page') ports.usage.spent(sourceId, { pages: 1 });
  try {
    const answer = await ports.http.send({
      ...request,
      // Also of an answer that is given up in the middle. Chunks may be small, and counting takes longer than reading.
      admit: (bytes) => {
        untold += bytes;
        if (untold >= toldBytes) tell();
        return guest?.take(bytes);
      },
      signal,
    });
    counted(`${Math.floor(answer.status / 100)}xx`);
    ports.metrics.fetchBytes.inc(answer.body.byteLength);
    endRequest(span, answer);
    if (answer.status === 304) ports.metrics.notModified.inc({ kind });
    return answer;
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.kind === 'aborted') throw error;
    counted(error.kind);
    span?.end(error.kind);
    if (error.kind === 'address-blocked') ports.metrics.guardBlocked.inc();
    return error;
  } finally {
    tell();
  }
}
