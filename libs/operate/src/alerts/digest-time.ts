import { weekdays, type DigestSchedule } from '@newsmill/contracts';
import { ianaOffset, ianaOffsetAtLocal } from '@newsmill/text';

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** What a clock on the wall of a time zone shows, as if it were UTC, epoch milliseconds. */
function wallTime(time: number, zone: string): number {
  return time + (ianaOffset(zone, time) ?? 0) * minuteMs;
}

/** When the clock on the wall shows that; where a change of clocks leaves it out, about an hour beside. */
function timeOfWall(wall: number, zone: string): number {
  return wall - (ianaOffsetAtLocal(zone, wall) ?? 0) * minuteMs;
}

/** The first time of a digest after a time, epoch milliseconds. */
export function digestAfter({ every, at, zone, weekday }: DigestSchedule, time: number): number {
  if (every === 'hourly') return (Math.floor(time / hourMs) + 1) * hourMs;
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const today = Math.floor(wallTime(time, zone) / dayMs) * dayMs;
  for (let day = 0; ; day += 1) {
    const wall = today + day * dayMs + hours * hourMs + minutes * minuteMs;
    const isDay = every === 'daily' || weekdays[(new Date(wall).getUTCDay() + 6) % 7] === weekday;
    const found = isDay ? timeOfWall(wall, zone) : 0;
    if (found > time) return found;
  }
}
