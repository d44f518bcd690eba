import { readDeadLetters, replayDeadLetters, type DeadLetterChoice } from '../dead-letters.ts';
import { complain, say } from '../say.ts';
import { withPorts } from './with-ports.ts';

/** `newsmill dead list`: one line for each dead letter, newest last. */
export function listDead(
  data: string,
  options: { readonly reason?: string; readonly limit: number; readonly json: boolean },
): Promise<number> {
  return withPorts(data, async ({ bus }) => {
    let shown = 0;
    for await (const { facts } of readDeadLetters(bus)) {
      if (options.reason !== undefined && facts.reason !== options.reason) continue;
      if (shown >= options.limit) break;
      shown += 1;
      say(
        options.json
          ? JSON.stringify(facts)
          : `${facts.id}  ${new Date(facts.at).toISOString()}  ${facts.stage.padEnd(6)}  ${facts.reason.padEnd(18)}  ${facts.url ?? facts.item ?? ''}`,
      );
    }
    if (shown === 0) complain('no dead letters');
    return 0;
  });
}

/** `newsmill dead show ID`: facts, headers, and the original bytes as text when they are text. */
export function showDead(data: string, id: string): Promise<number> {
  return withPorts(data, async ({ bus }) => {
    for await (const { facts, message } of readDeadLetters(bus)) {
      if (facts.id !== id) continue;
      say(JSON.stringify({ ...facts, headers: message.headers, bytes: message.value.byteLength }, null, 2));
      if (/json|text/.test(message.headers['content-type'] ?? ''))
        say(new TextDecoder().decode(message.value));
      return 0;
    }
    complain(`no dead letter is called ${id}; see ./newsmill dead list`);
    return 1;
  });
}

/** `newsmill dead replay`: by name, by reason, or all. */
export function replayDead(data: string, choice: DeadLetterChoice): Promise<number> {
  return withPorts(data, async (ports) => {
    const { replayed, lost } = await replayDeadLetters(ports, choice, Date.now());
    say(`${replayed} dead letter${replayed === 1 ? '' : 's'} sent on their way again`);
    for (const id of lost)
      complain(`${id}: the frontier no longer knows its address; its channel will name it again`);
    if ('ids' in choice && replayed + lost.length < choice.ids.length)
      complain('some names were not found; see ./newsmill dead list');
    return replayed > 0 || !('ids' in choice) ? 0 : 1;
  });
}
