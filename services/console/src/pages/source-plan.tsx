import type { GivenPlan, PlannedSource } from '@newsmill/operate';
import { Badge } from '../pieces/badge.tsx';
import { formatCount, formatNumber } from '../pieces/format.ts';
import type { SourcesPageView } from '../views.ts';

const tones = { added: 'good', changed: 'warn', removed: 'bad', kept: 'plain' } as const;

function requestWords({ before, after }: Pick<PlannedSource, 'before' | 'after'>): string {
  const part = (name: string, old: number | undefined, next: number | undefined) =>
    old === undefined && next === undefined
      ? []
      : [
          `${[old, next === old ? undefined : next]
            .filter((one) => one !== undefined)
            .map(formatNumber)
            .join(' → ')} of ${name}`,
        ];
  return [
    ...part('channels', before?.polls, after?.polls),
    ...part('pages', before?.pages, after?.pages),
  ].join(', ');
}

function Planned({ source }: { readonly source: PlannedSource }) {
  const { id, name, effect, changes, insteadOf, isPartly, leaves } = source;
  return (
    <li>
      <p>
        <Badge tone={tones[effect]}>{effect}</Badge> <code>{id}</code> <span dir="auto">{name}</span>
      </p>
      <p class="quiet">Requests a day: {requestWords(source)}.</p>
      {insteadOf === undefined ? null : (
        <p>
          It has a channel of <code>{insteadOf}</code>, which goes: is its id meant to change?
        </p>
      )}
      {effect === 'kept' ? <p>Its file cannot be read: the mill keeps the source as it is.</p> : null}
      {isPartly === true ? (
        <p>Its channels alone could be compared: what else it said when it was taken up is not known.</p>
      ) : null}
      {leaves === undefined ? null : (
        <p>
          It leaves {formatCount(leaves.articles, 'article')}, which stay and are visited no more;{' '}
          {formatCount(leaves.waiting, 'page')} waiting to be fetched will be dropped;{' '}
          {formatCount(leaves.underWay, 'page')} fetched already will go on.
        </p>
      )}
      <ul>
        {changes.map(({ path, before, after }) => (
          <li>
            <code>{path}</code>
            {before === undefined && after === undefined ? ' changed' : ': '}
            {before === undefined ? null : <code>{before}</code>}
            {before === undefined || after === undefined ? null : ' → '}
            {before === undefined && after !== undefined ? '+ ' : null}
            {after === undefined ? before === undefined ? null : ' goes' : <code>{after}</code>}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Mistakes({ problems }: Pick<GivenPlan, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <ul class="mistakes">
      {problems.map(({ file, line, column, path, message, found, allowed, suggestion }) => (
        <li>
          <code>
            {file}:{line}:{column}
          </code>{' '}
          {path === '' ? null : <strong>{path}: </strong>}
          {[
            message,
            ...(found === undefined ? [] : [`found ${found}`]),
            ...(allowed === undefined ? [] : [`allowed: ${allowed}`]),
            ...(suggestion === undefined ? [] : [`did you mean ${suggestion}?`]),
          ].join('; ')}
        </li>
      ))}
    </ul>
  );
}

/** What a file, or the files of the mill, would change. */
export function PlanNote({ plan }: { readonly plan: GivenPlan | undefined }) {
  if (plan === undefined) return null;
  const { sources, unchanged, partly, requests, problems } = plan;
  return (
    <section class="examination" aria-labelledby="plan">
      <h2 id="plan">What would change</h2>
      <Mistakes problems={problems} />
      <ul class="channels">
        {sources.map((source) => (
          <Planned source={source} />
        ))}
      </ul>
      <p>
        {formatCount(unchanged, 'source')} unchanged. Requests a day in all: {requestWords(requests)}.
        {partly === 0
          ? null
          : ` Of ${formatNumber(partly)} the channels alone were compared: what else they said when the mill took them up is not known.`}
      </p>
    </section>
  );
}

/** The box for a source file that is not written yet. */
export function PlanForm({ view: { canPoll, token, file } }: { readonly view: SourcesPageView }) {
  if (!canPoll) return null;
  return (
    <details class="plan-form" open={file !== undefined}>
      <summary>What would change</summary>
      <form class="stack" action="/sources/plan" method="post">
        <label for="plan-file">
          A source file as it would be (empty: the files of the mill, compared with the sources as it took
          them up last). Nothing is asked of publishers, and nothing is changed.
        </label>
        <textarea id="plan-file" name="file" rows={10} spellcheck={false}>
          {file ?? ''}
        </textarea>
        <input type="hidden" name="token" value={token} />
        <button type="submit">Show what would change</button>
      </form>
    </details>
  );
}
