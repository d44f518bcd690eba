import { FeedEntry, type ChannelFault, type FetchItem } from '@newsmill/contracts';

/** A server's clock that differs by less is no trouble; caches that say nothing of it may hold an answer so long. */
const bearableMs = 15 * 60_000;
/** Zones that were left out make dates differ by hours; that is no future. */
const futureMs = 24 * 3_600_000;

function spanOf(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/**
 * What is wrong with the times of an answer: the clock of its server (Date less the Age that caches tell, RFC
 * 9110 and 9111) is far from ours, or entries are dated in the future.
 */
export function troubleWithDates(
  headers: Readonly<Record<string, string>>,
  pages: readonly FetchItem[],
  now: number,
): ChannelFault[] {
  const age = /^\d{1,9}$/.test(headers['age'] ?? '') ? Number(headers['age']) * 1_000 : 0;
  const ahead = Date.parse(headers['date'] ?? '') + age - now;
  const dates = pages
    .map(({ data: { entry } }) => FeedEntry.safeParse(entry).data)
    .map((entry) => Date.parse(entry?.published ?? entry?.updated ?? ''));
  const future = dates.filter((date) => date > now + futureMs).length;
  return [
    ...(Math.abs(ahead) > bearableMs
      ? [
          {
            name: 'clock-wrong' as const,
            detail: `it is ${spanOf(ahead)} ${ahead > 0 ? 'ahead of' : 'behind'} that of this machine`,
          },
        ]
      : []),
    ...(future > 0
      ? [{ name: 'future-dates' as const, detail: `${future} of ${pages.length} entries` }]
      : []),
  ];
}
