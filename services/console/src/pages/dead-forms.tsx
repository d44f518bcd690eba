import { deadFilterNames } from '@newsmill/contracts';
import type { DeadGroupsQuery, DeadGroupsView, LetterTrial, TrialsView } from '@newsmill/operate';
import { Badge, type Tone } from '../pieces/badge.tsx';
import { deadAddress } from '../pieces/dead-address.ts';
import { loginAddress } from '../pieces/login-address.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import type { ComponentChildren } from 'preact';

function Choice({
  name,
  label,
  all,
  values,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly chosen: string | undefined;
}) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        <option value="">{all}</option>
        {values.map((value) => (
          <option value={value} selected={value === chosen}>
            {value}
          </option>
        ))}
      </select>
    </label>
  );
}

function without(query: DeadGroupsQuery, ...names: readonly (keyof DeadGroupsQuery)[]): DeadGroupsQuery {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.some((left) => left === name)));
}

/** Narrows what is shown by source, stage, reason and time. */
export function DeadFilterForm({
  query,
  groups,
}: {
  readonly query: DeadGroupsQuery;
  readonly groups: Pick<DeadGroupsView, 'reasons' | 'stages' | 'sources'>;
}) {
  const isNarrowed = deadFilterNames.some((name) => query[name] !== undefined);
  return (
    <form class="dead-filter" action="/dead" method="get" aria-label={say('Narrow the dead letters')}>
      <Choice
        name="reason"
        label={say('Reason')}
        all={say('every reason')}
        values={groups.reasons.map(({ reason }) => reason)}
        chosen={query.reason}
      />
      <Choice
        name="stage"
        label={say('Stage')}
        all={say('every stage')}
        values={groups.stages}
        chosen={query.stage}
      />
      <Choice
        name="source"
        label={say('Source')}
        all={say('every source')}
        values={groups.sources}
        chosen={query.source}
      />
      <label>
        {say('From')} <input type="date" name="from" value={query.from?.slice(0, 10) ?? ''} />
      </label>
      <label>
        {say('To')} <input type="date" name="to" value={query.to?.slice(0, 10) ?? ''} />
      </label>
      <button type="submit">{say('Narrow')}</button>
      {isNarrowed ? <a href="/dead">{say('Show all')}</a> : null}
    </form>
  );
}

/** What a form carries along of what the page shows. */
export function FilterFields({ query }: { readonly query: DeadGroupsQuery }) {
  return (
    <>
      {deadFilterNames.map((name) =>
        query[name] === undefined ? null : <input type="hidden" name={name} value={query[name]} />,
      )}
    </>
  );
}

/** The filters that hold on a page of letters, each with a way out. */
export function HeldFilters({ query }: { readonly query: DeadGroupsQuery }) {
  const held = deadFilterNames.filter((name) => name !== 'group' && query[name] !== undefined);
  if (held.length === 0) return null;
  return (
    <ul class="choices" aria-label={say('Narrowed by')}>
      {held.map((name) => (
        <li>
          <a href={deadAddress(without(query, name), { isList: true })} title={say('Leave it out')}>
            {query[name]} ×
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Where somebody may not act, the way to where they may. */
export function LogInToAct({ here, scope }: { readonly here: string; readonly scope: 'write' | 'admin' }) {
  const link = <a href={loginAddress(here)} />;
  return (
    <p class="quiet">
      {scope === 'write' ? (
        <Sentence
          text="<a>Log in</a> with a key of the scope write to try, replay or discard letters."
          a={link}
        />
      ) : (
        <Sentence text="<a>Log in</a> with a key of the scope admin to edit the message." a={link} />
      )}
    </p>
  );
}

/**
 * What can be done with letters; stands within a form that says which are meant. Enter tries, which changes nothing.
 */
export function DeadDeeds({ children }: { readonly children?: ComponentChildren }) {
  return (
    <div class="deeds">
      {children}
      <button type="submit" formaction="/dead/try">
        {say('Try with the code of now')}
      </button>
      <fieldset>
        <legend>{say('Replay')}</legend>
        <label>
          {say('Messages per second, at most')}{' '}
          <input type="number" name="rate" min={1} max={10_000} value={20} required />
        </label>
        <button type="submit" formaction="/dead/replay">
          {say('Replay')}
        </button>
      </fieldset>
      <fieldset>
        <legend>{say('Discard for good')}</legend>
        <label>
          {say('Why; ledger and receipt keep it')} <input type="text" name="why" maxLength={300} dir="auto" />
        </label>
        <button type="submit" class="grave" formaction="/dead/discard">
          {say('Discard')}
        </button>
      </fieldset>
    </div>
  );
}

const outcomes: Readonly<Record<LetterTrial['outcome'], { readonly tone: Tone; readonly words: string }>> = {
  passes: { tone: 'good', words: word('would pass now') },
  dropped: { tone: 'warn', words: word('would be left out') },
  fails: { tone: 'bad', words: word('would fail again') },
  asks: { tone: 'plain', words: word('would be requested again') },
  unknown: { tone: 'plain', words: word('only a replay tells') },
};

/** What became of one letter that was tried. */
export function Trial({ trial }: { readonly trial: LetterTrial }) {
  const { tone, words } = outcomes[trial.outcome];
  const { article } = trial;
  return (
    <div class="trial">
      <p>
        <Badge tone={tone}>{say(words)}</Badge> <span class="quiet">{trial.stage}</span>
        {trial.reason === undefined ? null : <code> {trial.reason}</code>}
      </p>
      {trial.detail === undefined ? null : <p class="detail">{trial.detail}</p>}
      {article === undefined ? null : (
        <details>
          <summary dir="auto">{article.title === '' ? article.finalUrl : article.title}</summary>
          <p class="quiet" dir="auto">
            {[article.authors.join(', '), article.language, article.finalUrl]
              .filter((part) => part !== undefined && part !== '')
              .join(' · ')}
          </p>
          <p class="trial-text" dir="auto">
            {article.text.slice(0, 1_200)}
          </p>
        </details>
      )}
    </div>
  );
}

/** The sum of what was tried: "12 of 20 would pass now". */
export function TrialsSum({ trials }: { readonly trials: TrialsView }) {
  const { tried, found, passes, dropped, fails, untold } = trials;
  return (
    <div class="notice" role="status">
      <p>
        <strong>{say('{passes} of {tried} would pass now.', { passes, tried })}</strong>{' '}
        {dropped === 0 ? '' : `${say('{dropped} would be left out.', { dropped })} `}
        {fails === 0 ? '' : `${say('{fails} would fail again.', { fails })} `}
        {untold === 0 ? '' : say('Of {untold} only a replay tells.', { untold })}
      </p>
      <p class="quiet">
        {tried < found
          ? say('A sample of {found} letters, from the oldest to the newest. Nothing was written.', { found })
          : say('Nothing was written.')}
      </p>
    </div>
  );
}
