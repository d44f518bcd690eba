import { complain, say } from '../say.ts';

/** `newsmill healthcheck`: asks `/readyz` of a mill on this machine; for container health checks. */
export async function healthcheck(address: string): Promise<number> {
  try {
    const answer = await fetch(new URL('/readyz', address), { signal: AbortSignal.timeout(5_000) });
    const body = await answer.text();
    say(body);
    return answer.status === 200 ? 0 : 1;
  } catch (error) {
    complain(`${address} does not answer: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
