import { setTimeout as sleep } from 'node:timers/promises';
import { durationMs, ledger, writeMessage, type FetchedPage, type FrontierItem, type LedgerEvent, type Source, type Visit } from '@newsmill/contracts';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { OutgoingMessage } from '@newsmill/bus';
import type { StateRecord } from '@newsmill/store';
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
}

export interface RunningSource extends Running {
  /** Something may have become due: look now. */
  wake(): void;
  /** Hosts that this process has asked and that must not be asked yet, for a state that was rebuilt. */
  hosts(): readonly StateRecord[];
}

/** Pages above this size, as received, travel by reference. */
const largestInMessage = 256 * 1_024;
/** A claim ends so soon after its fetcher has died; while that lives, it renews its claims three times as often. */
const leaseMs = 15_000;

function traceparent(random: () => number): string {
  const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return `00-${hex(32)}-${hex(16)}-01`;
}

function eventMessage(item: FrontierItem, now: number, event: Pick<LedgerEvent, 'stage' | 'fate'> & Partial<LedgerEvent>): OutgoingMessage {
  const whole: LedgerEvent = { item: item.key, url: item.url, sourceId: item.sourceId, version: 0, attempt: item.attempt, firstSeen: item.firstSeen, at: now, ...event };
  return { topic: ledger.name, ...writeMessage(ledger, whole, { key: `${item.key}/${whole.stage}`, source: 'fetch', time: now }) };
}

/** What a lost frontier is rebuilt from. */
function frontierOf({ stamp, priority, host, domain, data }: FrontierItem): LedgerEvent['frontier'] {
  return { stamp, priority, host, domain, entry: data['entry'] };
}

/** A fetch that failed for good: the request as JSON, since there is no message. */
function deadRequest(item: FrontierItem, dead: NonNullable<Visit['dead']>, now: number): OutgoingMessage {
  const value = new TextEncoder().encode(JSON.stringify({ url: item.url, sourceId: item.sourceId, item: item.key }));
  const facts = { stage: 'fetch' as const, topic: '', reason: dead.reason, detail: dead.detail, attempts: item.attempt + 1, item: item.key, url: item.url, sourceId: item.sourceId, firstSeen: item.firstSeen, version: now, at: now };
  return writeDeadLetter({ key: item.key, value, headers: { 'content-type': 'application/json' } }, facts);
}

/** Runs the fetch stage: claims due items, asks for them, carries out what follows. */
export function runSource(stage: SourceStage, ports: SourcePorts): RunningSource {
  const halt = new AbortController();
  const stopped = () => halt.signal.aborted;
  const inFlight = new Map<string, Promise<void>>();
  const hosts = new HostMemory();
  let alarm = new AbortController();
  let intakeOpen = true;

  async function pageMessage(item: FrontierItem, page: FetchedPage, now: number): Promise<OutgoingMessage> {
    const archive = await ports.archive.put({ url: page.finalUrl, fetchedAt: page.fetchedAt, status: page.status, encoding: page.encoding, headers: page.httpHeaders, body: page.body });
    const body = page.body.byteLength > largestInMessage ? new Uint8Array() : page.body;
    const wire = writeMessage(stage.to, { ...page, body, archive }, { key: item.key, source: 'fetch', time: now, traceparent: traceparent(ports.random) });
    return { topic: stage.to.name, ...wire };
  }

  async function carryOut(item: FrontierItem, visit: Visit): Promise<void> {
    const now = ports.now();
    const pages = visit.found.filter((found) => found.kind === 'page');
    const known = pages.length === 0 ? [] : await ports.state.knows(pages.map((found) => found.key));
    const outgoing = pages.filter((_, index) => known[index] === false).map((found) => eventMessage(found, now, { stage: 'discover', fate: 'waiting', ...(ports.ledgerKeepsFrontier ? { frontier: frontierOf(found) } : {}) }));
    if (visit.page !== undefined) outgoing.push(await pageMessage(item, visit.page, now));
    if (visit.fate !== undefined && item.kind === 'page') {
      const { fate, reason, detail } = visit.fate;
      ports.metrics.articles.inc({ stage: 'fetch', outcome: fate });
      outgoing.push(eventMessage(item, now, { stage: 'fetch', fate, reason, detail, version: visit.page?.fetchedAt ?? now }));
    }
    if (visit.dead !== undefined) {
      ports.note('message.dead', { stage: 'fetch', key: item.key, ...visit.dead });
      ports.metrics.deadLetters.inc({ stage: 'fetch', reason: visit.dead.reason });
      outgoing.push(deadRequest(item, visit.dead, now));
    }
    if (outgoing.length > 0) await publishDurably(outgoing, ports, stopped);
    if (visit.found.length > 0) await ports.state.addItems(visit.found);
    hosts.asked(item, visit.settlement, now);
    await ports.state.settleItems([visit.settlement]);
  }

  async function robotsOf(item: FrontierItem, source: Source): Promise<RobotsVerdict & { readonly asked: boolean }> {
    const { origin } = new URL(item.url);
    const key = `robots:${origin}`;
    const kept = (await ports.state.read([key], ports.now())).get(key);
    if (kept !== undefined) return { ...stage.robots.judge(kept, item.url), asked: false };
    const answer = await send(stage.robots.request(origin, source), 'robots');
    const fresh = stage.robots.keep(answer, ports.now());
    await ports.state.write([{ key, value: fresh.kept, expiresAt: ports.now() + fresh.ttlMs }]);
    return { ...stage.robots.judge(fresh.kept, item.url), asked: true };
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

  async function ask(item: FrontierItem, source: Source, limitDelay: number): Promise<Visit> {
    let delayMs = limitDelay;
    const moment = () => ({ now: ports.now(), chance: ports.random(), delayMs });
    if (stage.needsRobots(item, source)) {
      const robots = await robotsOf(item, source);
      delayMs = Math.max(delayMs, robots.crawlDelayMs ?? 0);
      if (robots.verdict === 'denied') return stage.deny(item, robots.rule, moment());
      if (robots.verdict === 'unreachable') return stage.fail(item, { kind: 'timeout', message: `robots.txt: ${robots.rule}`, retryable: true }, moment());
      if (robots.asked && delayMs > 0) await sleep(delayMs, undefined, { signal: halt.signal });
    }
    const answer = await send(stage.request(item, source), item.kind);
    const visit = answer instanceof HttpFailure ? stage.fail(item, answer, moment()) : stage.read(item, source, answer, moment());
    if (item.kind === 'channel') noteChannel(item, visit);
    return visit;
  }

  function noteChannel(item: FrontierItem, visit: Visit): void {
    const error = visit.settlement.data['lastError'];
    if (typeof error === 'string') ports.note('source.failing', { source: item.sourceId, url: item.url, error, attempt: visit.settlement.attempt });
    else if (item.attempt > 0) ports.note('source.recovered', { source: item.sourceId, url: item.url });
  }

  async function visitItem(item: FrontierItem): Promise<void> {
    try {
      const source = ports.sourceOf(item.sourceId);
      const moment = { now: ports.now(), chance: ports.random(), delayMs: 0 };
      const visit = source === undefined ? stage.orphan(item, moment) : await ask(item, source, durationMs(source.limits.delay));
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
      if (inFlight.size > 0) await ports.state.renewClaims([...inFlight.keys()], ports.now() + leaseMs).catch(() => undefined);
    }
  }
  async function watchIntake(): Promise<void> {
    while (!stopped()) {
      const began = performance.now();
      const lag = await ports.bus.lag(ports.nextGroup).catch(() => []);
      const queued = lag.reduce((sum, topic) => (topic.topic === stage.to.name ? sum + topic.messages : sum), 0);
      intakeOpen = queued < ports.maxQueuedPages;
      for (const topic of lag) ports.metrics.lag.set({ group: ports.nextGroup, topic: topic.topic }, topic.messages);
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
      const items = free <= 0 ? [] : await ports.state.claimItems({ now: ports.now(), limit: free, leaseMs, kinds: intakeOpen ? ['channel', 'page'] : ['channel'] }).catch(() => []);
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
    await sleep(wait, undefined, { signal: AbortSignal.any([alarm.signal, halt.signal]) }).catch(() => undefined);
  }

  const loops = [loop(), watchIntake(), renewClaims()];
  ports.note('stage.started', { stage: 'fetch' });
  return {
    wake: () => alarm.abort(),
    hosts: () => hosts.records(ports.now(), ports.now() + leaseMs),
    async stop() {
      halt.abort();
      await Promise.all(loops);
      await Promise.all(inFlight.values());
      ports.note('stage.stopped', { stage: 'fetch' });
    },
  };
}

