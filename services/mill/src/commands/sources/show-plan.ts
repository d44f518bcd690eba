import type { PlannedSource, SourcesPlan } from '@newsmill/operate';
import { say } from '@newsmill/service';

const marks: Readonly<Record<PlannedSource['effect'], string>> = {
  added: '+',
  changed: '~',
  removed: '-',
  kept: '!',
};

function requestWords({ before, after }: Pick<PlannedSource, 'before' | 'after'>): string {
  const part = (name: string, old: number | undefined, next: number | undefined) =>
    old === next
      ? `${next ?? 'not known'} of ${name}`
      : `${[old, next].filter((count) => count !== undefined).join(' -> ')} of ${name}`;
  const pages = [before?.pages, after?.pages];
  const isKnown = pages.some((count) => (count ?? 0) > 0);
  return [
    part('channels', before?.polls, after?.polls),
    ...(isKnown ? [part('pages', pages[0], pages[1])] : []),
  ].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function leftWords({ articles, waiting, underWay }: NonNullable<PlannedSource['leaves']>): string {
  return [
    `leaves ${counted(articles, 'article')}, which stay and are visited no more`,
    ...(waiting > 0 ? [`${counted(waiting, 'page')} waiting to be fetched will be dropped (no-source)`] : []),
    ...(underWay > 0 ? [`${counted(underWay, 'page')} fetched already will go on`] : []),
  ].join('; ');
}

/** Writes what a plan says. */
export function showPlan({ sources: planned, unchanged, partly, requests }: SourcesPlan): void {
  for (const source of planned) {
    const { id, name, effect, changes, insteadOf, isPartly, leaves } = source;
    say(
      `${marks[effect]} ${id}  ${effect}${name === undefined ? '' : `  ${name}`}\n    requests a day: ${requestWords(source)}`,
    );
    if (insteadOf !== undefined)
      say(`    has a channel of ${insteadOf}, which goes: is its id meant to change?`);
    if (effect === 'kept') say('    its file cannot be read: the mill keeps the source as it is');
    if (leaves !== undefined) say(`    ${leftWords(leaves)}`);
    if (isPartly === true && changes.length > 0)
      say('    its channels alone could be compared: what else it said when it was taken up is not known');
    for (const { path, before, after } of changes)
      say(
        `    ${path}: ${before === undefined && after === undefined ? 'changed' : before === undefined ? `+ ${after}` : after === undefined ? `- ${before}` : `${before} -> ${after}`}`,
      );
  }
  const count = (effect: PlannedSource['effect']) => planned.filter((one) => one.effect === effect).length;
  say(
    `${count('added')} added, ${count('changed')} changed, ${count('removed')} removed, ${unchanged + count('kept')} as they are\nrequests a day in all: ${requestWords(requests)}`,
  );
  if (partly > 0)
    say(
      `of ${partly} the channels alone were compared: what else they said when the mill took them up is not known`,
    );
}
