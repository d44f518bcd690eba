import { durationMs, type Source } from '@newsmill/contracts';
import type { LicenceRetention } from '@newsmill/settings';
import type { RetentionRule } from '@newsmill/store';

/**
 * The rules of the source files and of the setting as they stand at `now`; where several speak of an article,
 * the shortest time holds.
 */
export function retentionRules(
  sources: readonly Pick<Source, 'id' | 'retention'>[],
  licences: readonly LicenceRetention[],
  now: number,
): RetentionRule[] {
  const named = licences.flatMap(({ licence }) => (licence === '*' ? [] : [licence]));
  const ofSources = sources.flatMap(({ id, retention }) =>
    retention === undefined ? [] : [{ sourceId: id, before: now - durationMs(retention) }],
  );
  const ofLicences = licences.flatMap(({ licence, ms }): RetentionRule[] => {
    if (ms === undefined) return [];
    return licence === '*' ? [{ exceptLicences: named, before: now - ms }] : [{ licence, before: now - ms }];
  });
  return [...ofSources, ...ofLicences];
}
