import type { FingerprintCandidate, Known, LookUp } from '@newsmill/contracts';
import type { ArticleClaimed } from '@newsmill/store';
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
