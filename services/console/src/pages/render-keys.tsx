import { renderPage } from '../frame.tsx';
import { Field } from '../pieces/field.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { Badge } from '../pieces/badge.tsx';
import { Command } from '../pieces/command.tsx';
import { Moment } from '../pieces/moment.tsx';
import { Options } from '../pieces/options.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { scopeNames, Sessions } from '../pieces/sessions.tsx';
import type { FrameView, KeysView, KeyView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

const scopeWords = {
  read: word('read: search and read'),
  write: word('write: also save searches, try pages, send dead letters again'),
  admin: word('admin: everything, also sources, keys and takedowns'),
} as const;

function Key({
  apiKey,
  token,
  now,
}: {
  readonly apiKey: KeyView;
  readonly token: string;
  readonly now: number;
}) {
  const { id, name, scope, createdAt, lastUsedAt, expiresAt, rateLimit, rotatedAt, previousUntil } = apiKey;
  return (
    <li>
      <h3 dir="auto">{name}</h3>
      <p>
        <Badge tone={scope === 'admin' ? 'warn' : 'plain'}>{scope}</Badge> {say(scopeNames[scope])}
        {rateLimit === undefined
          ? ''
          : `, ${say('{count:# request|# requests} a minute', { count: rateLimit })}`}{' '}
        {expiresAt !== undefined && expiresAt <= now ? <Badge tone="bad">{say('expired')}</Badge> : null}
      </p>
      <p class="quiet">
        <Sentence text="Made {when}." when={<Moment time={createdAt} now={now} />} />{' '}
        {lastUsedAt === undefined ? (
          say('Never used.')
        ) : (
          <Sentence text="Last used {when}, to the hour." when={<Moment time={lastUsedAt} now={now} />} />
        )}{' '}
        {rotatedAt === undefined ? null : (
          <Sentence text="Given its text {when}." when={<Moment time={rotatedAt} now={now} />} />
        )}{' '}
        {previousUntil === undefined || previousUntil <= now ? null : (
          <Sentence text="The text before ends {when}." when={<Moment time={previousUntil} now={now} />} />
        )}{' '}
        {expiresAt === undefined ? (
          say('It does not expire.')
        ) : (
          <Sentence
            text={expiresAt <= now ? word('Expired {when}.') : word('Expires {when}.')}
            when={<Moment time={expiresAt} now={now} />}
          />
        )}{' '}
        <code>{id}</code>
      </p>
      <div class="source-forms">
        {expiresAt !== undefined && expiresAt <= now ? null : (
          <form action="/keys/rotate" method="post">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="token" value={token} />
            <button type="submit" aria-label={say('Another text for {name}', { name })}>
              {say('Another text')}
            </button>
          </form>
        )}
        <form action="/keys/revoke" method="post">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="token" value={token} />
          <button type="submit" aria-label={say('Revoke {name}', { name })}>
            {say('Revoke')}
          </button>
        </form>
      </div>
    </li>
  );
}

function Form({ draft, token }: Pick<KeysView, 'draft' | 'token'>) {
  return (
    <form class="stack" action="/keys" method="post">
      <Field
        id="key-name"
        label={say('Name: whose key it is, or of which program')}
        name="name"
        type="text"
        value={draft.name}
        maxLength={100}
        dir="auto"
        required
      />
      <label for="key-scope">{say('What it may do')}</label>
      <select id="key-scope" name="scope">
        <Options words={scopeWords} chosen={draft.scope} />
      </select>
      <Field
        id="key-expires"
        label={say('Last day on which it is valid, UTC (empty: it does not expire)')}
        name="expires"
        type="date"
        value={draft.expires}
      />
      <Field
        id="key-rate"
        label={say('Requests a minute (empty: as the setting NEWSMILL_RATE_LIMIT says)')}
        name="rateLimit"
        type="number"
        min="1"
        value={draft.rateLimit}
      />
      <input type="hidden" name="token" value={token} />
      <p>
        <button type="submit">{say('Make a key')}</button>
      </p>
    </form>
  );
}

/** The text of a new key, this once. */
function Made({ made }: Pick<KeysView, 'made'>) {
  return made === undefined ? null : (
    <div class="found" role="status">
      <p>
        <Sentence
          text={
            made.isRotated === true
              ? word('The key {name} has another text, shown only once. The one before opens for a day more.')
              : word('The key {name} is made. This is its text; it is shown only once.')
          }
          name={<b dir="auto">{made.name}</b>}
        />
      </p>
      <Command text={made.key} />
    </div>
  );
}

/** The keys of the API, the browsers that are logged in, and the form for another key; for admins. */
export function renderKeys(view: KeysView, frame: FrameView): string {
  const { lists, token, session } = view;
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Keys and sessions')}</h1>
        {lists === undefined ? null : (
          <p class="quiet">{say('{count:# key|# keys}', { count: lists.keys.length })}</p>
        )}
      </div>
      <p class="lead">
        {say(
          'Programs show a key with each request; a person opens a session with one. A key that is revoked opens nothing from then on, and the sessions that it opened end. The admin key of the first start is not in this list: ./newsmill keys rotate admin changes it, or the setting NEWSMILL_ADMIN_KEY.',
        )}
      </p>
      <ProblemNote text={view.problem} />
      <Made made={view.made} />
      {lists === undefined ? (
        <LogInFirst here={frame.here} scope="admin" />
      ) : (
        <>
          <section aria-labelledby="keys">
            <h2 id="keys">{say('API keys')}</h2>
            {lists.keys.length === 0 ? (
              <p class="quiet">{say('There are no keys besides the admin key.')}</p>
            ) : null}
            <ul class="saved">
              {lists.keys.map((apiKey) => (
                <Key apiKey={apiKey} token={token} now={frame.now} />
              ))}
            </ul>
          </section>
          <section class="apart-below" aria-labelledby="make">
            <h2 id="make">{say('Make a key')}</h2>
            <Form draft={view.draft} token={token} />
          </section>
          <div class="apart-below">
            <Sessions sessions={lists.sessions} own={session} token={token} next="/keys" />
          </div>
        </>
      )}
    </>
  );
  return renderPage({ frame, title: say('Keys and sessions'), place: 'none', body });
}
