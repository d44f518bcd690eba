import type { GivenPlan, PlannedSource } from '@newsmill/operate';
import { Badge } from '../pieces/badge.tsx';
import { formatList, formatNumber } from '../pieces/format.ts';
import { Mistake } from '../pieces/mistake.tsx';
import type { SourcesPageView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

const tones = { added: 'good', changed: 'warn', removed: 'bad', kept: 'plain' } as const;

const effects = {
  added: word('added'),
  changed: word('changed'),
  removed: word('removed'),
  kept: word('kept'),
} as const;

function requestWords({ before, after }: Pick<PlannedSource, 'before' | 'after'>): string {
  const change = (old: number | undefined, next: number | undefined) =>
    [old, next === old ? undefined : next]
      .filter((one) => one !== undefined)
      .map(formatNumber)
      .join(say(' → '));
  const [polls, pages] = [change(before?.polls, after?.polls), change(before?.pages, after?.pages)];
  return formatList([
    ...(polls === '' ? [] : [say('{count} of channels', { count: polls })]),
    ...(pages === '' ? [] : [say('{count} of pages', { count: pages })]),
  ]);
}

function Planned({ source }: { readonly source: PlannedSource }) {
  const { id, name, effect, changes, insteadOf, isPartly, leaves } = source;
  return (
    <li>
      <p>
        <Badge tone={tones[effect]}>{say(effects[effect])}</Badge> <code>{id}</code>{' '}
        <span dir="auto">{name}</span>
      </p>
      <p class="quiet">{say('Requests a day: {requests}.', { requests: requestWords(source) })}</p>
      {insteadOf === undefined ? null : (
        <p>
          <Sentence
            text="It has a channel of {id}, which goes: is its id meant to change?"
            id={<code dir="ltr">{insteadOf}</code>}
          />
        </p>
      )}
      {effect === 'kept' ? (
        <p>{say('Its file cannot be read: the mill keeps the source as it is.')}</p>
      ) : null}
      {isPartly === true ? (
        <p>
          {say('Its channels alone could be compared: what else it said when it was taken up is not known.')}
        </p>
      ) : null}
      {leaves === undefined ? null : (
        <p>
          {say(
            'It leaves {articles:# article, which stays and is|# articles, which stay and are} visited no more; {waiting:# page|# pages} waiting to be fetched will be dropped; {underWay:# page|# pages} fetched already will go on.',
            leaves,
          )}
        </p>
      )}
      <ul>
        {changes.map(({ path, before, after }) => (
          <li>
            <code>{path}</code>
            {before === undefined && after === undefined ? ` ${say('changed')}` : ': '}
            {before === undefined ? null : <code>{before}</code>}
            {before === undefined || after === undefined ? null : say(' → ')}
            {before === undefined && after !== undefined ? '+ ' : null}
            {after === undefined ? before === undefined ? null : ` ${say('goes')}` : <code>{after}</code>}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What a file, or the files of the mill, would change. */
export function PlanNote({ plan }: { readonly plan: GivenPlan | undefined }) {
  if (plan === undefined) return null;
  const { sources, unchanged, partly, requests, problems } = plan;
  return (
    <section class="examination" aria-labelledby="plan">
      <h2 id="plan">{say('What would change')}</h2>
      {problems.length === 0 ? null : (
        <ul class="mistakes">
          {problems.map((problem) => (
            <Mistake problem={problem} />
          ))}
        </ul>
      )}
      <ul class="channels">
        {sources.map((source) => (
          <Planned source={source} />
        ))}
      </ul>
      <p>
        {say('{unchanged:# source|# sources} unchanged. Requests a day in all: {requests}.', {
          unchanged,
          requests: requestWords(requests),
        })}{' '}
        {partly === 0
          ? null
          : say(
              'Of {count} the channels alone were compared: what else they said when the mill took them up is not known.',
              { count: partly },
            )}
      </p>
    </section>
  );
}

/** The box for a source file that is not written yet. */
export function PlanForm({ view: { canPoll, token, file } }: { readonly view: SourcesPageView }) {
  if (!canPoll) return null;
  return (
    <details class="plan-form" open={file !== undefined}>
      <summary>{say('What would change')}</summary>
      <form class="stack" action="/sources/plan" method="post">
        <label for="plan-file">
          {say(
            'A source file as it would be (empty: the files of the mill, compared with the sources as it took them up last). Nothing is asked of publishers, and nothing is changed.',
          )}
        </label>
        <textarea id="plan-file" name="file" rows={10} spellcheck={false} dir="ltr">
          {file ?? ''}
        </textarea>
        <input type="hidden" name="token" value={token} />
        <button type="submit">{say('Show what would change')}</button>
      </form>
    </details>
  );
}
