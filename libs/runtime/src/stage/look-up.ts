import { knowsNothing, type FingerprintCandidate, type Known, type LookUp } from '@newsmill/contracts';
import type { ArticleClaimed } from '@newsmill/store';
import { spanAttributes } from '../tracing/span-attributes.ts';
import type { Stage } from './define-stage.ts';
import type { PageMessage } from './page-message.ts';
import type { StagePorts } from './stage-ports.ts';

/**
 * Answers all look-ups of a batch: at most one round trip for claims, one for fingerprints, one for keys
 * (those about candidates among them), one for sites.
 */
export async function lookUpAll(
  lookUps: readonly LookUp[],
  ports: Pick<StagePorts, 'state' | 'now'>,
): Promise<readonly Known[]> {
  const now = ports.now();
  const claims = lookUps.flatMap((lookUp) => (lookUp.claim === undefined ? [] : [lookUp.claim]));
  const claimed = claims.length === 0 ? [] : await ports.state.claimArticles(claims);
  const byItem = new Map<string, ArticleClaimed>(
    claims.flatMap((claim, index) => {
      const answer = claimed[index];
      return answer === undefined ? [] : [[claim.item, answer]];
    }),
  );

  const owned = lookUps.flatMap((lookUp) => {
    const claim = lookUp.claim === undefined ? undefined : byItem.get(lookUp.claim.item);
    return lookUp.fingerprint === undefined || claim === undefined || claim.owner !== lookUp.claim?.item
      ? []
      : [{ lookUp, id: claim.articleId, ...lookUp.fingerprint }];
  });
  const matched =
    owned.length === 0
      ? []
      : await ports.state.matchFingerprints(
          owned.map(({ id, bands, payload, ttlMs }) => ({ id, bands, payload, expiresAt: now + ttlMs })),
          now,
        );
  const candidates = new Map<LookUp, readonly FingerprintCandidate[]>(
    owned.map((entry, index) => [entry.lookUp, matched[index] ?? []]),
  );

  const keysOf = (
    { keys: asked = [], aboutCandidates }: LookUp,
    found: readonly FingerprintCandidate[],
  ): readonly string[] =>
    aboutCandidates === undefined ? asked : [...asked, ...found.map(({ id }) => `${aboutCandidates}${id}`)];
  const keys = [...new Set(lookUps.flatMap((lookUp) => keysOf(lookUp, candidates.get(lookUp) ?? [])))];
  const values = keys.length === 0 ? new Map<string, string>() : await ports.state.read(keys, now);
  const sites = [
    ...new Set(
      lookUps.flatMap(({ site, memories = [] }) => (site === undefined ? memories : [site, ...memories])),
    ),
  ];
  const remembered = sites.length === 0 ? undefined : await ports.state.readSites(sites);
  return lookUps.map((lookUp) => {
    const claim = lookUp.claim === undefined ? undefined : byItem.get(lookUp.claim.item);
    const found = candidates.get(lookUp) ?? [];
    // Its own values alone: what is known travels to a thread.
    const own = new Map(
      keysOf(lookUp, found).flatMap((key) => {
        const value = values.get(key);
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
    return {
      articleId: claim?.articleId ?? '',
      owner: claim?.owner ?? '',
      fingerprint: lookUp.fingerprint?.payload,
      candidates: found,
      values: own,
      site: remembered?.get(lookUp.site ?? '') ?? [],
      memories: new Map((lookUp.memories ?? []).map((name) => [name, remembered?.get(name) ?? []])),
    };
  });
}

/**
 * Looks up what is known of a batch. The answer tells it of one input at a time, when the turn of that has
 * come: what the articles before it showed of its site is known too.
 */
export async function lookUpBatch<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  inputs: readonly In[],
  ports: StagePorts,
): Promise<(index: number) => Known> {
  if (stage.lookUp === undefined) return () => knowsNothing;
  const lookUps = inputs.map(stage.lookUp);
  const since = ports.now();
  const answers = await lookUpAll(lookUps, ports);
  return (index) => {
    const known = answers[index] ?? knowsNothing;
    const { sightings } = ports;
    if (sightings === undefined) return known;
    const { site } = lookUps[index] ?? {};
    const memories = [...(known.memories ?? [])];
    return {
      ...known,
      site: site === undefined ? known.site : sightings.with(site, known.site, since),
      memories: new Map(memories.map(([name, articles]) => [name, sightings.with(name, articles, since)])),
    };
  };
}

/** What a span says of a look-up. */
export function lookUpAttributes({ tracing }: StagePorts) {
  return {
    [spanAttributes.dbSystem]: tracing?.systems.state,
    [spanAttributes.dbOperation]: 'look_up',
    [spanAttributes.dbCollection]: 'state',
  };
}
