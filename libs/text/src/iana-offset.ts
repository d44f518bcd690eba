/** Offset of an IANA zone at an instant, in minutes east of UTC; undefined for an unknown name. */
export function ianaOffset(zone: string, utc: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(utc);
    const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
    const local = Date.UTC(
      value('year'),
      value('month') - 1,
      value('day'),
      value('hour'),
      value('minute'),
      value('second'),
    );
    return Math.round((local - utc) / 60_000);
  } catch {
    return undefined;
  }
}

/**
 * The same at a local time (epoch ms as if it were UTC); where a change of clocks leaves that out, about an
 * hour beside.
 */
export function ianaOffsetAtLocal(zone: string, local: number): number | undefined {
  const first = ianaOffset(zone, local);
  return first === undefined ? undefined : ianaOffset(zone, local - first * 60_000);
}
