import { say } from '../words/say.ts';

/** A length of time in its largest unit, up to hours. */
export function LengthOfTime({ ms }: { readonly ms: number }) {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return <>{say('{count:# second|# seconds}', { count: Math.round(ms / 1_000) })}</>;
  if (minutes < 120) return <>{say('{count:# minute|# minutes}', { count: minutes })}</>;
  return <>{say('{count:# hour|# hours}', { count: Math.round(minutes / 60) })}</>;
}
