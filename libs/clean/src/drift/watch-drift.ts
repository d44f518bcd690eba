import {
  driftKey,
  paywallKey,
  readDriftAlarm,
  readPaywallCount,
  type CleanArticle,
  type DriftAlarm,
  type FetchedPage,
  type Outcome,
  type Remembered,
  type SiteArticle,
  type SiteSighting,
} from '@newsmill/contracts';
import { hashOfText } from '../hash-of-text.ts';
import { readMarks } from '../site/line-mark.ts';
import { mainBoxOf, siteOf } from '../site/view-site.ts';
import { readShapes, shapeOf, writeShape, type ArticleShape } from './article-shape.ts';
import { countPaywalled, keptPaywall } from './count-paywalled.ts';
import { judgeDrift, type DriftJudgement, type SourceShapes } from './judge-drift.ts';
import { contentSigns } from './read-signs.ts';
import { describeDrift } from './describe-drift.ts';

/** An alarm is forgotten when nothing renews it for so long, milliseconds. */
const alarmTtlMs = 14 * 86_400_000;

/** A count of articles behind a paywall is forgotten with the shapes that it was made of. */
const paywallTtlMs = 30 * 86_400_000;

/** Names of the memories of what a source publishes on a site, and the keys of its alarm and its paywall. */
export interface DriftNames {
  readonly usual: string;
  readonly odd: string;
  readonly alarm: string;
  readonly paywall: string;
}

/** What must be known of a page to see whether its source drifts; undefined for what has no site. */
export function driftNames({
  sourceId,
  finalUrl,
}: Pick<FetchedPage, 'sourceId' | 'finalUrl'>): DriftNames | undefined {
  const site = siteOf(finalUrl);
  return site === undefined
    ? undefined
    : {
        usual: `usual ${sourceId} ${site}`,
        odd: `odd ${sourceId} ${site}`,
        alarm: driftKey(sourceId),
        paywall: paywallKey(sourceId),
      };
}

/** What is known of the articles of the source; nothing where nothing was asked. */
export interface DriftKnown {
  readonly memories?: ReadonlyMap<string, readonly SiteArticle[]>;
  readonly values?: ReadonlyMap<string, string>;
}

function sightingOf(memory: string, shape: ArticleShape): SiteSighting {
  return { site: memory, item: shape.item, lines: writeShape(shape), replaces: [] };
}

/** Into which memory the article goes, and those before it where their form has become the usual one. */
function sightingsOf(
  names: DriftNames,
  shape: ArticleShape,
  { isAlarm, isNewForm, signs, run }: DriftJudgement,
): SiteSighting[] {
  if (isNewForm) return run.map((odd) => sightingOf(names.usual, odd.shape));
  return [sightingOf(isAlarm && signs.length > 0 ? names.odd : names.usual, shape)];
}

/** What the state is to keep of the alarm: one that stands is renewed, one that is over is ended. */
function alarmOf(
  page: FetchedPage,
  site: string,
  judged: DriftJudgement,
  standing: DriftAlarm | undefined,
): DriftAlarm | undefined {
  if (judged.isAlarm && !judged.isNewForm)
    return {
      site,
      since: Math.min(judged.since ?? page.fetchedAt, standing?.site === site ? standing.since : Infinity),
      says: describeDrift(site, judged),
      isHolding:
        !judged.isByAll && judged.run.some(({ signs }) => signs.some((sign) => contentSigns.has(sign))),
    };
  return standing?.site === site ? { ...standing, endedAt: page.fetchedAt } : undefined;
}

function quarantined(page: FetchedPage, article: CleanArticle): CleanArticle {
  const held: CleanArticle = { ...article, flags: [...article.flags, 'quarantined'] };
  const isAgain = page.cleanedBefore !== undefined && page.cleanedBefore !== hashOfText(held);
  return { ...held, isAgain: isAgain ? true : undefined };
}

/**
 * Compares an article with what its source published before (`known.memories` of driftNames). While the
 * layout of the source is broken, an article of which too little can be read is flagged `quarantined`; where
 * an earlier visit brought the article, that one stays (drop `broken-layout`). What was quarantined before
 * stays so while as little can be read of it, or too little is known of its source.
 */
export function watchDrift(
  page: FetchedPage,
  outcome: Outcome<CleanArticle>,
  known: DriftKnown,
): Outcome<CleanArticle> {
  const names = driftNames(page);
  const site = siteOf(page.finalUrl);
  const [seen] = outcome.kind === 'accept' ? (outcome.seen ?? []) : [];
  const { memories } = known;
  if (outcome.kind !== 'accept' || names === undefined || site === undefined) return outcome;
  if (seen === undefined || memories === undefined) return outcome;
  const shape = shapeOf(outcome.value, mainBoxOf(readMarks(seen.lines)));
  const shapes: SourceShapes = {
    usual: readShapes(memories.get(names.usual) ?? []),
    odd: readShapes(memories.get(names.odd) ?? []),
  };
  const judged = judgeDrift(shape, shapes);
  const isPoor = judged.signs.some((sign) => contentSigns.has(sign));
  const wasHeldBack = page.wasQuarantined === true;
  const isHeldBack =
    (isPoor && !judged.isNewForm && (judged.isAlarm || wasHeldBack)) || (wasHeldBack && !judged.isKnown);
  const isVisit = page.held !== undefined && page.cleanedBefore === undefined && !wasHeldBack;
  if (isHeldBack && isVisit)
    return { kind: 'drop', reason: 'broken-layout', detail: describeDrift(site, judged) };
  const alarm = alarmOf(page, site, judged, readDriftAlarm(known.values?.get(names.alarm)));
  const paywall = keptPaywall(
    countPaywalled(site, shape, shapes),
    readPaywallCount(known.values?.get(names.paywall)),
  );
  const kept: Remembered[] = [
    ...(alarm === undefined ? [] : [{ key: names.alarm, value: JSON.stringify(alarm), ttlMs: alarmTtlMs }]),
    ...(paywall === undefined
      ? []
      : [{ key: names.paywall, value: JSON.stringify(paywall), ttlMs: paywallTtlMs }]),
  ];
  return {
    ...outcome,
    value: isHeldBack ? quarantined(page, outcome.value) : outcome.value,
    seen: [...(outcome.seen ?? []), ...sightingsOf(names, shape, judged)],
    ...(isHeldBack ? { detail: `held back (quarantined): ${describeDrift(site, judged)}` } : {}),
    ...(kept.length === 0 ? {} : { remember: [...(outcome.remember ?? []), ...kept] }),
  };
}
