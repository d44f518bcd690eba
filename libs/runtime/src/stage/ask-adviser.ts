import { setTimeout as sleep } from 'node:timers/promises';
import type { Adviser } from './define-stage.ts';
import type { StagePorts } from './stage-ports.ts';

/** Above this a batch in work could cost its process the membership in the consumer group. */
const mostMs = 4_000;

/**
 * What an adviser makes of a batch. When it fails, answers too few, or has not answered shortly after its
 * limit, the outputs are passed on as they came: advice is worth no delay and no loss.
 */
export async function askAdviser<Out>(
  adviser: Adviser<Out>,
  outputs: readonly Out[],
  ports: StagePorts,
  stage: string,
): Promise<readonly Out[]> {
  const limitMs = Math.min(adviser.limitMs, mostMs);
  const over = new AbortController();
  const end = setTimeout(() => over.abort(), limitMs);
  const settled = new AbortController();
  const name = `advice of ${stage}`;
  const failed = (error: string): readonly Out[] => {
    ports.outages.failed(name, error);
    return outputs;
  };
  const given = (answers: readonly Out[]): readonly Out[] => {
    ports.outages.worked(name);
    return answers;
  };
  // A little later than the signal, so that an adviser that heeds it can still give what it has.
  const patience = sleep(limitMs + 250, undefined, { signal: settled.signal }).then(
    () => failed(`no answer within ${limitMs} ms`),
    () => outputs,
  );
  const advised = adviser.advise(outputs, ports, over.signal).then(
    (answers) =>
      answers.length === outputs.length
        ? given(answers)
        : failed(`${answers.length} answers to ${outputs.length} articles`),
    (error: unknown) =>
      over.signal.aborted
        ? outputs
        : failed(error instanceof Error ? error.message.slice(0, 300) : 'no reason given'),
  );
  try {
    return await Promise.race([advised, patience]);
  } finally {
    clearTimeout(end);
    settled.abort();
  }
}
