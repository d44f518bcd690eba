import { renderPage } from '../frame.tsx';
import { Field } from '../pieces/field.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { Badge } from '../pieces/badge.tsx';
import { Moment } from '../pieces/moment.tsx';
import { OutLink } from '../pieces/out-link.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, TakedownView, TakedownsView } from '../views.ts';
import { say } from '../words/say.ts';

/** Damaged places that are named. */
const mostPlaces = 5;

function Takedown({
  takedown,
  token,
  now,
}: {
  readonly takedown: TakedownView;
  readonly token: string;
  readonly now: number;
}) {
  const { id, title, url, reason, who, when, isDone, unreadable = [], lifted } = takedown;
  return (
    <li>
      <h3 dir="auto">{title ?? id}</h3>
      <p>
        <bdi>{reason}</bdi> <span class="quiet">{who},</span> <Moment time={Date.parse(when)} now={now} />{' '}
        {isDone || lifted !== undefined ? null : (
          <Badge tone="warn">{say('not finished; take it down again')}</Badge>
        )}
        {lifted === undefined ? null : <Badge tone="plain">{say('lifted by {who}', lifted)}</Badge>}
      </p>
      <p class="quiet">
        {url === undefined ? null : <OutLink url={url}>{url}</OutLink>} <code>{id}</code>
      </p>
      {unreadable.length === 0 ? null : (
        <p>
          {say(
            '{places:# damaged place of the archive|# damaged places of the archive} may hold an earlier fetch of it: {list}. A verification that mends takes such places out.',
            {
              places: unreadable.length,
              list: unreadable
                .slice(0, mostPlaces)
                .map(({ file, offset }) => `${file}:${offset}`)
                .join(', '),
            },
          )}
        </p>
      )}
      {lifted === undefined ? (
        <form class="inline" action="/takedowns/lift" method="post">
          <input type="hidden" name="article" value={id} />
          <input type="hidden" name="token" value={token} />
          <button type="submit">{say('Allow it again')}</button>
        </form>
      ) : null}
    </li>
  );
}

function Form({ draft, token }: Pick<TakedownsView, 'draft' | 'token'>) {
  return (
    <form class="stack" action="/takedowns" method="post">
      <Field
        id="article"
        label={say('Id of the article, from the address of its page here')}
        name="article"
        type="text"
        value={draft.article}
        maxLength={200}
        spellcheck={false}
        required
      />
      <Field
        id="reason"
        label={say('Reason, kept in the receipt')}
        name="reason"
        type="text"
        value={draft.reason}
        maxLength={2000}
        dir="auto"
        required
      />
      <input type="hidden" name="token" value={token} />
      <p>
        <button type="submit">{say('Take it down')}</button>
      </p>
    </form>
  );
}

/** Articles that were taken down for good, and the form for another; for admins. */
export function renderTakedowns(view: TakedownsView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Taken down')}</h1>
      </div>
      <p class="lead">
        {say(
          'An article that is taken down leaves the library and the archive. No version of it enters again until you allow it. The receipt stays.',
        )}
      </p>
      <ProblemNote text={view.problem} />
      {view.takedowns === undefined ? (
        <LogInFirst here={frame.here} scope="admin" />
      ) : (
        <>
          {view.takedowns.length === 0 ? <p class="quiet">{say('No article has been taken down.')}</p> : null}
          <ul class="saved">
            {view.takedowns.map((takedown) => (
              <Takedown takedown={takedown} token={view.token} now={frame.now} />
            ))}
          </ul>
          <section class="apart-below" aria-labelledby="take">
            <h2 id="take">{say('Take an article down')}</h2>
            <Form draft={view.draft} token={view.token} />
          </section>
        </>
      )}
    </>
  );
  return renderPage({ frame, title: say('Taken down'), place: 'none', body });
}
