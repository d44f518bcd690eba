import { type ExitCode, exitCodes, answer, complain, say } from '@newsmill/service';

/** Asks `/readyz` of a mill on this machine; for container health checks too. */
export async function askHealth(address: string): Promise<ExitCode> {
  try {
    const answered = await fetch(new URL('/readyz', address), { signal: AbortSignal.timeout(5_000) });
    const body = await answered.text();
    answer({ status: answered.status, body });
    say(body);
    return answered.status === 200 ? exitCodes.done : exitCodes.no;
  } catch (error) {
    complain(
      `${address} does not answer: ${error instanceof Error ? [error.message, ...(error.cause instanceof Error ? [error.cause.message] : [])].join(': ') : String(error)}`,
    );
    return exitCodes.no;
  }
}
