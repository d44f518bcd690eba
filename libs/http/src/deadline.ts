import type { HttpRequest } from './http-request.ts';

/** Ends a request when its whole time is over or its caller gives up. */
export interface Deadline {
  readonly signal: AbortSignal;
  isOver(): boolean;
  clear(): void;
}

/** Starts the clock of a request; `clear` must be called when it is settled. */
export function startDeadline(request: HttpRequest): Deadline {
  const controller = new AbortController();
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    controller.abort();
  }, request.totalTimeoutMs);
  const giveUp = () => controller.abort();
  request.signal?.addEventListener('abort', giveUp, { once: true });
  if (request.signal?.aborted === true) giveUp();
  return {
    signal: controller.signal,
    isOver: () => over,
    clear: () => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', giveUp);
    },
  };
}
