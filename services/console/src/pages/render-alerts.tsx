import { renderPage } from '../frame.tsx';
import { Field, QueryField } from '../pieces/field.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { Badge } from '../pieces/badge.tsx';
import { Command } from '../pieces/command.tsx';
import { formatList } from '../pieces/format.ts';
import { Moment } from '../pieces/moment.tsx';
import { Options } from '../pieces/options.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { searchAddress } from '../pieces/search-address.ts';
import type { AlertsView, FrameView, SavedSearchView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { DoneNote } from '../pieces/done-note.tsx';
import { Sentence } from '../words/sentence.tsx';
import { InEnglish } from '../pieces/in-english.tsx';

const units = {
  family: word('one of each family'),
  story: word('one of each story'),
  article: word('every article'),
} as const;
const formats = {
  newsmill: word('signed messages of newsmill'),
  slack: word('messages of Slack'),
  teams: word('cards of Microsoft Teams'),
} as const;
const spans = {
  '': word('as they come'),
  hourly: word('together, every hour'),
  daily: word('together, every day'),
  weekly: word('together, every week'),
} as const;

const days = {
  monday: word('Monday'),
  tuesday: word('Tuesday'),
  wednesday: word('Wednesday'),
  thursday: word('Thursday'),
  friday: word('Friday'),
  saturday: word('Saturday'),
  sunday: word('Sunday'),
} as const;

const rhythms: Readonly<Record<string, string>> = {
  hourly: word('hourly'),
  daily: word('daily'),
  weekly: word('weekly'),
};

function Standing({ search, now }: { readonly search: SavedSearchView; readonly now: number }) {
  const { alerts, target, stopped, enabled, digest, weekday } = search;
  if (target === undefined) return <span class="quiet">{say('feed and events only')}</span>;
  return (
    <>
      <Sentence text="to {target}" target={<code dir="ltr">{target}</code>} />
      {say(', ')}
      {formatList([
        ...(digest === undefined
          ? []
          : [
              weekday === undefined
                ? say(rhythms[digest] ?? digest)
                : say('every week on {day}', { day: say(days[weekday]) }),
            ]),
        say('{count:# article|# articles} sent', { count: alerts.sent }),
        ...(alerts.waiting === 0
          ? []
          : [say('{count:# article|# articles} waiting', { count: alerts.waiting })]),
      ])}{' '}
      {alerts.deliveredAt === undefined ? null : <Moment time={alerts.deliveredAt} now={now} />}{' '}
      {stopped === undefined ? null : (
        <Badge tone="bad">
          {say('stopped:')} <InEnglish text={stopped} />
        </Badge>
      )}
      {enabled ? null : <Badge tone="plain">{say('off')}</Badge>}
      {alerts.problem === undefined || stopped !== undefined ? null : (
        <Badge tone="warn">
          <InEnglish text={alerts.problem} />
        </Badge>
      )}
    </>
  );
}

/** A button that does one thing with a saved search. */
function Act({
  view,
  search,
  action,
  label,
  delivery,
}: {
  readonly view: AlertsView;
  readonly search: SavedSearchView;
  readonly action: string;
  readonly label: string;
  readonly delivery?: string;
}) {
  return (
    <form class="inline" action={action} method="post">
      <input type="hidden" name="id" value={search.id} />
      {delivery === undefined ? null : <input type="hidden" name="delivery" value={delivery} />}
      <input type="hidden" name="token" value={view.token} />
      <button type="submit">{label}</button>
    </form>
  );
}

/** What was taken and what was given up, the newest first. */
function Past({
  search,
  view,
  now,
}: {
  readonly search: SavedSearchView;
  readonly view: AlertsView;
  readonly now: number;
}) {
  return (
    <details>
      <summary>{say('Deliveries')}</summary>
      <ul>
        {search.alerts.past.map(({ id, articles, at, problem, canRetry }) => (
          <li>
            {say('{count:# article|# articles}', { count: articles })} <Moment time={at} now={now} />{' '}
            {canRetry ? <Badge tone="bad">{say('given up')}</Badge> : say('taken')}{' '}
            {problem === undefined ? null : (
              <span class="quiet">
                <InEnglish text={problem} />
              </span>
            )}{' '}
            {canRetry && view.canChange ? (
              <Act
                view={view}
                search={search}
                action="/alerts/retry"
                label={say('Send again')}
                delivery={id}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Search({
  search,
  view,
  now,
}: {
  readonly search: SavedSearchView;
  readonly view: AlertsView;
  readonly now: number;
}) {
  const feed = `/api/v1/saved-searches/${search.id}`;
  return (
    <li>
      <h3 dir="auto">
        <a
          href={searchAddress({
            q: search.q,
            source: search.source,
            language: search.language,
            collapse: search.collapse === 'article' ? undefined : search.collapse,
          })}
        >
          {search.name}
        </a>
      </h3>
      <p>
        <code dir="auto">{search.q === '' ? say('every article') : search.q}</code>{' '}
        <span class="quiet">{[...search.source, ...search.language].join(', ')}</span>{' '}
        {formatList([
          say(units[search.collapse]),
          ...(search.throttle === 0 ? [] : [say('at most every {seconds} s', { seconds: search.throttle })]),
        ])}
        {say('; ')}
        <Standing search={search} now={now} />
      </p>
      <p class="quiet">
        <a href={`${feed}.rss`}>RSS</a>, <a href={`${feed}.atom`}>Atom</a>,{' '}
        <a href={`${feed}.json`}>JSON Feed</a>, <code>{search.id}</code>
      </p>
      {search.alerts.past.length === 0 ? null : <Past search={search} view={view} now={now} />}
      {view.canChange ? (
        <p>
          <a href={`/alerts?id=${search.id}#save`} aria-label={say('Edit {name}', search)}>
            {say('Edit')}
          </a>
        </p>
      ) : null}
      {view.canChange && search.target !== undefined ? (
        <Act view={view} search={search} action="/alerts/test" label={say('Send a test')} />
      ) : null}
      {view.canChange ? (
        <Act view={view} search={search} action="/alerts/remove" label={say('Remove')} />
      ) : null}
    </li>
  );
}

function Form({ view }: { readonly view: AlertsView }) {
  const { draft } = view;
  return (
    <form class="stack" action="/alerts" method="post">
      <Field
        id="name"
        label={say('Name')}
        name="name"
        type="text"
        value={draft.name}
        maxLength={200}
        dir="auto"
        required
      />
      <QueryField id="alert-q" value={draft.q} />
      <Field
        id="alert-source"
        label={say('Ids of sources, comma-separated (empty: all)')}
        name="source"
        type="text"
        value={draft.source}
        spellcheck={false}
      />
      <Field
        id="alert-language"
        label={say('Languages, comma-separated (empty: all)')}
        name="language"
        type="text"
        value={draft.language}
        spellcheck={false}
      />
      <Field
        id="webhook"
        label={say('Webhook that receives the matches (empty: feed and events only)')}
        name="webhook"
        type="url"
        value={draft.webhook}
        maxLength={2000}
        placeholder="https://…"
        spellcheck={false}
      />
      <label for="alert-format">{say('What the webhook takes')}</label>
      <select id="alert-format" name="format">
        <Options words={formats} chosen={draft.format} />
      </select>
      <Field
        id="alert-mail"
        label={say('Or mail addresses that get the matches, comma-separated')}
        name="mail"
        type="text"
        value={draft.mail}
        maxLength={2000}
        spellcheck={false}
      />
      <Field
        id="alert-matrix"
        label={say('Or a room of Matrix, by its id')}
        name="matrix"
        type="text"
        value={draft.matrix}
        maxLength={255}
        placeholder="!room:server"
        spellcheck={false}
      />
      <label for="alert-digest">{say('When')}</label>
      <select id="alert-digest" name="digest">
        <Options words={spans} chosen={draft.digest} />
      </select>
      <label for="alert-weekday">{say('Day of a weekly digest')}</label>
      <select id="alert-weekday" name="weekday">
        <Options words={days} chosen={draft.weekday} />
      </select>
      <Field id="alert-at" label={say('Time of day of a digest')} name="at" type="time" value={draft.at} />
      <Field
        id="alert-zone"
        label={say('Time zone of that time')}
        name="zone"
        type="text"
        value={draft.zone}
        maxLength={64}
        spellcheck={false}
      />
      <Field
        id="throttle"
        label={say('Least number of seconds between two deliveries')}
        name="throttle"
        type="number"
        min="0"
        max="604800"
        value={draft.throttle}
      />
      <label for="alert-collapse">{say('What causes one alert')}</label>
      <select id="alert-collapse" name="collapse">
        <Options words={units} chosen={draft.collapse} />
      </select>
      <input type="hidden" name="token" value={view.token} />
      <input type="hidden" name="id" value={draft.id} />
      <p>
        <button type="submit">{say(draft.id === '' ? 'Save this search' : 'Save the changes')}</button>
      </p>
    </form>
  );
}

/** Saved searches: what there is, how their alerts stand, and the form for another. */
export function renderAlerts(view: AlertsView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Saved searches')}</h1>
      </div>
      <p class="lead">
        {say(
          'newsmill sends new matches to a webhook, by mail or to a chat, and offers them as a feed that any reader can follow.',
        )}
      </p>
      <ProblemNote text={view.problem} />
      <DoneNote text={view.done} />
      {view.secret === undefined ? null : (
        <div class="found" role="status">
          <p>{say('This is the secret of the webhook. It is shown only once.')}</p>
          <Command text={view.secret} />
        </div>
      )}
      {view.searches.length === 0 ? <p class="quiet">{say('There are no saved searches yet.')}</p> : null}
      <ul class="saved">
        {view.searches.map((search) => (
          <Search search={search} view={view} now={frame.now} />
        ))}
      </ul>
      <section class="apart-below" aria-labelledby="save">
        <h2 id="save">{say(view.draft.id === '' ? 'Save a search' : 'Edit a saved search')}</h2>
        {view.canChange ? <Form view={view} /> : <LogInFirst here={frame.here} scope="write" />}
      </section>
    </>
  );
  return renderPage({ frame, title: say('Saved searches'), place: '/alerts', body });
}
