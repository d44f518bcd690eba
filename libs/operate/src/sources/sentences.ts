/** A text as a sentence, with a stop at its end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?。]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A sentence with what was seen in brackets before its stop. */
export function withDetail(says: string, detail: string | undefined): string {
  return detail === undefined || detail === '' ? says : `${says.replace(/\.$/, '')} (${detail}).`;
}

/** Milliseconds as people say them: `20 min`, `7 h`, `12 days`. */
export function spanWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(ms / 3_600_000);
  return hours < 48 ? `${hours} h` : `${Math.round(ms / 86_400_000)} days`;
}

/** A time for people, in UTC to the minute. */
export function timeWords(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
