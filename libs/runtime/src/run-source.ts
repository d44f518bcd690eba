import { setTimeout as sleep } from 'node:timers/promises';
import {
  articleEnriched,
  durationMs,
  frontierFacts,
  ledger,
  writeMessage,
  type ArticleGone,
  type FetchedPage,
  type FrontierItem,
  type LedgerEvent,
  type Settlement,
  type Source,
  type Visit,
  type VisitQuestion,
} from '@newsmill/contracts';
import { HttpFailure, type HttpAnswer, type HttpClient } from '@newsmill/http';
import type { OutgoingMessage } from '@newsmill/bus';
import type { StateRecord } from '@newsmill/store';
import { continuePage } from './continue-page.ts';
import type { RobotsVerdict, SourceStage } from './define-source.ts';
import { HostMemory } from './host-memory.ts';
import { publishDurably, type Running } from './run-stage.ts';
import type { StagePorts } from './stage-ports.ts';
import { writeDeadLetter } from './write-dead-letter.ts';

export interface SourcePorts extends StagePorts {
  readonly http: HttpClient;
  /** The configured source of that id, as loaded last. */
  readonly sourceOf: (id: string) => Source | undefined;
  readonly concurrency: number;
  /** Messages of the next stage above which no page is fetched. */
  readonly maxQueuedPages: number;
  /** Group whose lag is watched. */
  readonly nextGroup: string;
  /** Whether the ledger keeps what the frontier knows of a found page: where the state can be lost without it. */
  readonly ledgerKeepsFrontier: boolean;
  /** Called after a poll while its channel is still claimed, with the number of found pages that were not known; answers how it is settled. */
  readonly follow?: (
    item: FrontierItem,
    source: Source,
    settlement: Settlement,
    fresh: number,
  ) => Promise<Settlement>;
  /** Works on a channel that is no address to ask (an archive of old pages) and answers how it is settled; undefined for every other item. */
  readonly workOff?: (
    item: FrontierItem,
    source: Source,
    signal: AbortSignal,
  ) => Promise<Settlement | undefined>;
}

export interface RunningSource extends Running {
  /** Something may have become due: look now. */
  wake(): void;
  /** Takes in what a hub sent for a channel, as if a poll had brought it; answers the number of entries. */
  takeIn(item: FrontierItem, source: Source, answer: HttpAnswer): Promise<number>;
  /** Hosts that this process has asked and that must not be asked yet, for a state that was rebuilt. */
  hosts(): readonly StateRecord[];
}

/** Pages above this size, as received, travel by reference. */
const largestInMessage = 256 * 1_024;
/** A claim ends so soon after its fetcher has died; while that lives, it renews its claims three times as often. */
const leaseMs = 15_000;

function traceparent(random: () => number): string {
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return `00-${hex(32)}-${hex(16)}-01`;
}

function eventMessage(
  item: FrontierItem,
  now: number,
  event: Pick<LedgerEvent, 'stage' | 'fate'> & Partial<LedgerEvent>,
): OutgoingMessage {
  const whole: LedgerEvent = {
    item: item.key,
    url: item.url,
    sourceId: item.sourceId,
    version: 0,
    attempt: item.attempt,
    firstSeen: item.firstSeen,
    at: now,
    ...event,
  };
  return {
    topic: ledger.name,
    ...writeMessage(ledger, whole, { key: `${item.key}/${whole.stage}`, source: 'fetch', time: now }),
  };
}

/** A fetch that failed for good: the request as JSON, since there is no message. */
function deadRequest(item: FrontierItem, dead: NonNullable<Visit['dead']>, now: number): OutgoingMessage {
  const value = new TextEncoder().encode(
    JSON.stringify({ url: item.url, sourceId: item.sourceId, item: item.key }),
  );
  const facts = {
    stage: 'fetch' as const,
    topic: '',
    reason: dead.reason,
    detail: dead.detail,
    attempts: item.attempt + 1,
    item: item.key,
    url: item.url,
    sourceId: item.sourceId,
    firstSeen: item.firstSeen,
    version: now,
    at: now,
  };
  return writeDeadLetter({ key: item.key, value, headers: { 'content-type': 'application/json' } }, facts);
}

/** Tells the index stage that an article leaves the library. */
function goneMessage(
  item: FrontierItem,
  { articleId, detail }: NonNullable<Visit['gone']>,
  now: number,
): OutgoingMessage {
  const value: ArticleGone = {
    gone: true,
    item: item.key,
    sourceId: item.sourceId,
    url: item.url,
    articleId,
    fetchedAt: now,
    firstSeen: item.firstSeen,
    detail,
  };
  return {
    topic: articleEnriched.name,
    ...writeMessage(articleEnriched, value, { key: item.key, source: 'fetch', time: now }),
  };
}

/** Whole texts of entries are kept so long for pages that have not come. */
const contentAgeMs = 7 * 86_400_000;

/** Runs the fetch stage: claims due items, asks for them, carries out what follows. */
export function runSource(stage: SourceStage, ports: SourcePorts): RunningSource {
  const halt = new AbortController();
  const stopped = () => halt.signal.aborted;
  const inFlight = new Map<string, Promise<void>>();
  const hosts = new HostMemory();
  let alarm = new AbortController();
  let intakeOpen = true;

  async function pageMessage(item: FrontierItem, page: FetchedPage, now: number): Promise<OutgoingMessage> {
    // The text of a feed entry is no answer of a publisher, so it is no proof to keep.
    const archive =
      page.fromEntry === true
        ? undefined
        : await ports.archive.put({
            url: page.finalUrl,
            fetchedAt: page.fetchedAt,
            status: page.status,
            encoding: page.encoding,
            headers: page.httpHeaders,
            body: page.body,
          });
    const body =
      archive !== undefined && page.body.byteLength > largestInMessage ? new Uint8Array() : page.body;
    const wire = writeMessage(
      stage.to,
      { ...page, body, archive },
      { key: item.key, source: 'fetch', time: now, traceparent: traceparent(ports.random) },
    );
    return { topic: stage.to.name, ...wire };
  }

  async function carryOut(item: FrontierItem, visit: Visit): Promise<void> {
    const fresh = await publishVisit(item, visit);
    const source = item.kind === 'channel' ? ports.sourceOf(item.sourceId) : undefined;
    const settlement =
      source === undefined
        ? visit.settlement
        : ((await ports.follow?.(item, source, visit.settlement, fresh)) ?? visit.settlement);
    hosts.asked(item, settlement, ports.now());
    await ports.state.settleItems([settlement]);
    // After the settlement: a visit that is repeated because the process died in between must find what it was decided from.
    if (visit.remember !== undefined) await ports.state.write(visit.remember);
  }

  /** Everything that follows from a visit but its settlement; answers how many found pages were not known. */
  async function publishVisit(item: FrontierItem, visit: Visit): Promise<number> {
    const now = ports.now();
    const pages = visit.found.filter((found) => found.kind === 'page');
    const known = pages.length === 0 ? [] : await ports.state.knows(pages.map((found) => found.key));
    const outgoing = pages
      .filter((_, index) => known[index] === false)
      .map((found) =>
        eventMessage(found, now, {
          stage: 'discover',
          fate: 'waiting',
          ...(ports.ledgerKeepsFrontier ? { frontier: frontierFacts(found) } : {}),
        }),
      );
    if (visit.page !== undefined) outgoing.push(await pageMessage(item, visit.page, now));
    if (visit.fate !== undefined && item.kind === 'page') {
      const { fate, reason, detail, articleId } = visit.fate;
      ports.metrics.articles.inc({ stage: 'fetch', outcome: fate });
      outgoing.push(
        eventMessage(item, now, {
          stage: 'fetch',
          fate,
          reason,
          detail,
          articleId,
          version: visit.page?.fetchedAt ?? now,
        }),
      );
    }
    for (const { item: key, url, articleId } of visit.joined ?? [])
      outgoing.push(
        eventMessage({ ...item, key, url, firstSeen: now, attempt: 0 }, now, {
          stage: 'fetch',
          fate: 'duplicate',
          reason: 'duplicate-of',
          detail: 'a further page of that article',
          articleId,
          version: now,
        }),
      );
    if (visit.dead !== undefined) {
      ports.note('message.dead', { stage: 'fetch', key: item.key, ...visit.dead });
      ports.metrics.deadLetters.inc({ stage: 'fetch', reason: visit.dead.reason });
      outgoing.push(deadRequest(item, visit.dead, now));
    }
    if (visit.gone !== undefined) outgoing.push(goneMessage(item, visit.gone, now));
    if (visit.kept !== undefined)
      ports.note('article.kept', { source: item.sourceId, url: item.url, reason: visit.kept });
    if (outgoing.length > 0) await publishDurably(outgoing, ports, stopped);
    const added = visit.found.length > 0 ? await ports.state.addItems(visit.found) : [];
    const kept = visit.found.flatMap(({ key }, index) => {
      // Of a state that was rebuilt the pages are known, but not their texts: the first poll brings them.
      const value = added[index] === 'known' && item.fetchedAt > 0 ? undefined : visit.contents?.get(key);
      return value === undefined
        ? []
        : [{ key: stage.contentKey(key), value, expiresAt: now + contentAgeMs }];
    });
    if (kept.length > 0) await ports.state.write(kept);
    return known.filter((isKnown) => !isKnown).length;
  }

  async function robotsOf(url: string, source: Source): Promise<RobotsVerdict & { readonly asked: boolean }> {
    const { kept, asked } = await robotsKept(new URL(url).origin, source);
    return { ...stage.robots.judge(kept, url), asked };
  }

  async function robotsKept(
    origin: string,
    source: Source,
  ): Promise<{ readonly kept: string; readonly asked: boolean }> {
    const key = `robots:${origin}`;
    const kept = (await ports.state.read([key], ports.now())).get(key);
    if (kept !== undefined) return { kept, asked: false };
    const answer = await send(stage.robots.request(origin, source), 'robots');
    const fresh = stage.robots.keep(answer, ports.now());
    await ports.state.write([{ key, value: fresh.kept, expiresAt: ports.now() + fresh.ttlMs }]);
    return { kept: fresh.kept, asked: true };
  }

  async function send(request: Parameters<HttpClient['send']>[0], kind: string) {
    try {
      const answer = await ports.http.send({ ...request, signal: halt.signal });
      ports.metrics.requests.inc({ kind, status: `${Math.floor(answer.status / 100)}xx` });
      ports.metrics.fetchBytes.inc(answer.body.byteLength);
      if (answer.status === 304) ports.metrics.notModified.inc({ kind });
      return answer;
    } catch (error) {
      if (!(error instanceof HttpFailure) || error.kind === 'aborted') throw error;
      ports.metrics.requests.inc({ kind, status: error.kind });
      if (error.kind === 'address-blocked') ports.metrics.guardBlocked.inc();
      return error;
    }
  }

  /** Asks the state what a visit must know before it can be decided. */
  async function decide(item: FrontierItem, visit: Visit | VisitQuestion): Promise<Visit> {
    if (!('answer' in visit)) return visit;
    const [values, items, fate] = await Promise.all([
      visit.values.length === 0 ? new Map<string, string>() : ports.state.read(visit.values, ports.now()),
      visit.items.length === 0 ? [] : ports.state.getItems(visit.items),
      visit.events ? ports.state.fateOf(item.key) : undefined,
    ]);
    return visit.answer({ values, items, events: fate?.events ?? [] });
  }

  async function ask(item: FrontierItem, source: Source, limitDelay: number): Promise<Visit> {
    let delayMs = limitDelay;
    const moment = () => ({ now: ports.now(), chance: ports.random(), delayMs });
    if (stage.needsRobots(item, source)) {
      const robots = await robotsOf(item.url, source);
      delayMs = Math.max(delayMs, robots.crawlDelayMs ?? 0);
      if (robots.verdict === 'denied') return decide(item, stage.deny(item, source, robots.rule, moment()));
      if (robots.verdict === 'unreachable')
        return decide(
          item,
          stage.fail(
            item,
            source,
            { kind: 'timeout', message: `robots.txt: ${robots.rule}`, retryable: true },
            moment(),
          ),
        );
      if (robots.asked && delayMs > 0) await sleep(delayMs, undefined, { signal: halt.signal });
    }
    const answer = await send(stage.request(item, source), item.kind);
    const visit = await decide(
      item,
      answer instanceof HttpFailure
        ? stage.fail(item, source, answer, moment())
        : stage.read(item, source, answer, moment()),
    );
    if (item.kind === 'page')
      return answer instanceof HttpFailure
        ? visit
        : continuePage(item, source, visit, answer, delayMs, {
            stage,
            archive: ports.archive,
            now: ports.now,
            send: (request) => send(request, 'page'),
            robotsOf,
            signal: halt.signal,
          });
    noteChannel(item, visit);
    return withSitemaps(item, source, visit, delayMs);
  }

  /** Adds the sitemaps that robots.txt of the found pages names, where the source wants them. */
  async function withSitemaps(
    item: FrontierItem,
    source: Source,
    visit: Visit,
    delayMs: number,
  ): Promise<Visit> {
    const page = visit.found.find((found) => found.kind === 'page');
    if (!source.discover || page === undefined || item.data['parent'] !== undefined) return visit;
    await sleep(delayMs, undefined, { signal: halt.signal });
    const { kept } = await robotsKept(new URL(page.url).origin, source);
    const sitemaps = stage.sitemaps(item, source, stage.robots.sitemaps(kept), ports.now());
    const known = sitemaps.length === 0 ? [] : await ports.state.knows(sitemaps.map(({ key }) => key));
    const fresh = sitemaps.filter((_, index) => known[index] === false);
    for (const { url, data } of fresh)
      ports.note('source.discovered', { source: source.id, url, kind: String(data['kind']) });
    return { ...visit, found: [...fresh, ...visit.found] };
  }

  function noteChannel(item: FrontierItem, visit: Visit): void {
    const error = visit.settlement.data['lastError'];
    if (typeof error === 'string')
      ports.note('source.failing', {
        source: item.sourceId,
        url: item.url,
        error,
        attempt: visit.settlement.attempt,
      });
    else if (item.attempt > 0) ports.note('source.recovered', { source: item.sourceId, url: item.url });
  }

  async function visitItem(item: FrontierItem): Promise<void> {
    try {
      const source = ports.sourceOf(item.sourceId);
      const worked = source === undefined ? undefined : await ports.workOff?.(item, source, halt.signal);
      if (worked !== undefined) {
        hosts.asked(item, worked, ports.now());
        return await ports.state.settleItems([worked]);
      }
      const moment = { now: ports.now(), chance: ports.random(), delayMs: 0 };
      const visit =
        source === undefined
          ? stage.orphan(item, moment)
          : await ask(item, source, durationMs(source.limits.delay));
      await carryOut(item, visit);
      ports.health.clear('stage-fetch');
      return;
    } catch (error) {
      return giveUp(item, error);
    }
  }
  /** A port failed, or the process ends: the item goes back as it was. */
  async function giveUp(item: FrontierItem, error: unknown): Promise<void> {
    hosts.asked(item, { hostFreeAt: ports.now() + 1_000 }, ports.now());
    if (!stopped()) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      ports.note('stage.stalled', { stage: 'fetch', error: text });
      ports.health.block('stage-fetch', text);
      await sleep(1_000);
    }
    return ports.state.releaseItems([item.key]).catch(() => undefined); // a closed state forgets claims by their lease
  }

  async function renewClaims(): Promise<void> {
    while (!stopped()) {
      await pause(leaseMs / 3);
      // Where it fails the claims end, and another fetcher asks again: that does no harm.
      if (inFlight.size > 0)
        await ports.state.renewClaims([...inFlight.keys()], ports.now() + leaseMs).catch(() => undefined);
    }
  }
  async function watchIntake(): Promise<void> {
    while (!stopped()) {
      const began = performance.now();
      const lag = await ports.bus.lag(ports.nextGroup).catch(() => []);
      const queued = lag.reduce(
        (sum, topic) => (topic.topic === stage.to.name ? sum + topic.messages : sum),
        0,
      );
      intakeOpen = queued < ports.maxQueuedPages;
      for (const topic of lag)
        ports.metrics.lag.set({ group: ports.nextGroup, topic: topic.topic }, topic.messages);
      // Asking must stay cheap beside working, however far away the bus is.
      await pause(Math.max(200, 10 * (performance.now() - began)));
    }
  }
  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: halt.signal }).catch(() => undefined);
  }

  async function loop(): Promise<void> {
    while (!stopped()) {
      const free = ports.concurrency - inFlight.size;
      const items =
        free <= 0
          ? []
          : await ports.state
              .claimItems({
                now: ports.now(),
                limit: free,
                leaseMs,
                kinds: intakeOpen ? ['channel', 'page'] : ['channel'],
              })
              .catch(() => []);
      for (const item of items) {
        hosts.asking(item);
        const promise = visitItem(item).finally(() => {
          inFlight.delete(item.key);
          alarm.abort();
        });
        inFlight.set(item.key, promise);
      }
      if (items.length < free || free <= 0) await untilDue(free);
    }
  }
  /** Sleeps until something can be claimed, something was settled, or somebody wakes it. */
  async function untilDue(free: number): Promise<void> {
    alarm = new AbortController();
    const at = free <= 0 ? undefined : await ports.state.nextClaimAt().catch(() => undefined);
    const wait = at === undefined ? 1_000 : Math.min(Math.max(at - ports.now(), intakeOpen ? 5 : 100), 1_000);
    await sleep(wait, undefined, { signal: AbortSignal.any([alarm.signal, halt.signal]) }).catch(
      () => undefined,
    );
  }

  const loops = [loop(), watchIntake(), renewClaims()];
  ports.note('stage.started', { stage: 'fetch' });
  return {
    wake: () => alarm.abort(),
    async takeIn(item, source, answer) {
      const visit = await decide(
        item,
        stage.read(item, source, answer, { now: ports.now(), chance: ports.random(), delayMs: 0 }),
      );
      await publishVisit(item, visit);
      if (visit.found.length > 0) alarm.abort();
      return visit.found.length;
    },
    hosts: () => hosts.records(ports.now(), ports.now() + leaseMs),
    async stop() {
      halt.abort();
      await Promise.all(loops);
      await Promise.all(inFlight.values());
      ports.note('stage.stopped', { stage: 'fetch' });
    },
  };
}
