import { readMillNow, type MillNow } from '@newsmill/operate';

/** So long a reading of the mill is told to whoever asks. */
const keptMs = 2_000;
const readings = new WeakMap<object, { readonly at: number; readonly now: Promise<MillNow> }>();

/** How the mill stands: one reading serves all who ask at about the same time, of pages, API and event streams. */
export function sharedMillNow(ports: Parameters<typeof readMillNow>[0]): Promise<MillNow> {
  const at = performance.now();
  const last = readings.get(ports);
  if (last !== undefined && at - last.at < keptMs) return last.now;
  const now = readMillNow(ports);
  readings.set(ports, { at, now });
  // Whoever asks after a failure asks the mill again.
  void now.catch(() => {
    if (readings.get(ports)?.now === now) readings.delete(ports);
  });
  return now;
}
