import type { DeadLetterView, LetterTrial } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { Command } from '../pieces/command.tsx';
import { deadAddress } from '../pieces/dead-address.ts';
import { formatBytes } from '../pieces/format.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import { Moment } from '../pieces/moment.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { SparkBars } from '../pieces/spark-bars.tsx';
import { UnreadNote } from '../pieces/unread-note.tsx';
import type { FrameView } from '../views.ts';
import { say } from '../words/say.ts';
import { DeadDeeds, FilterFields, HeldFilters, LogInToAct, Trial, TrialsSum } from './dead-forms.tsx';
import type { DeadLettersPage } from './dead-view.ts';
import { groupTitle, meaningOf } from './render-dead.tsx';

function Letter({
  letter,
  now,
  box,
  trial,
}: {
  readonly letter: DeadLetterView;
  readonly now: number;
  /** Whether it is chosen; undefined where nothing can be. */
  readonly box: boolean | undefined;
  readonly trial: LetterTrial | undefined;
}) {
  const { id, url, reason, stage, at, attempts, sourceId, detail, bytes } = letter;
  const name = url ?? id;
  return (
    <li class="dead-letter">
      {box === undefined ? null : (
        <input
          type="checkbox"
          name="id"
          value={id}
          checked={box}
          aria-label={say('Choose {name}', { name })}
        />
      )}
      <div>
        <p>
          <a class="address" href={`/dead/${encodeURIComponent(id)}`}>
            {name}
          </a>
        </p>
        <p class="quiet">
          <Badge tone="bad" title={meaningOf(reason)}>
            {reason}
          </Badge>{' '}
          {say('at {stage}', { stage })}, <Moment time={at} now={now} />,{' '}
          {say('{attempts:# try|# tries}', { attempts })}, {formatBytes(bytes)}
          {sourceId === undefined ? null : (
            <>
              {', '}
              <a href={`/sources/${encodeURIComponent(sourceId)}`}>{sourceId}</a>
            </>
          )}
        </p>
        {detail === '' ? null : (
          <p class="detail">
            <InEnglish text={detail} />
          </p>
        )}
        {trial === undefined ? null : <Trial trial={trial} />}
      </div>
    </li>
  );
}

/** Dead letters one by one, and what can be done with those that are chosen, or with all that are meant. */
export function renderDeadLetters(view: DeadLettersPage, frame: FrameView): string {
  const { letters, group, query, chosen, trials, mayAct } = view;
  const tried = new Map(trials?.trials.map((trial) => [trial.id, trial]));
  const title = group === undefined ? say('Dead letters, one by one') : groupTitle(group);
  const list = (
    <ul class="rows dead-rows">
      {letters.letters.map((letter) => (
        <Letter
          letter={letter}
          now={frame.now}
          box={mayAct ? chosen.has(letter.id) : undefined}
          trial={tried.get(letter.id)}
        />
      ))}
    </ul>
  );
  const elsewhere =
    trials?.trials.filter(({ id }) => !letters.letters.some((letter) => letter.id === id)) ?? [];
  const body = (
    <>
      <p class="back">
        <a href={deadAddress({ ...query, group: undefined })}>{say('All causes')}</a>
      </p>
      <div class="page-head">
        <h1 dir="auto">{title}</h1>
        <p class="quiet">{say('{found:# letter|# letters}, newest first', { found: letters.found })}</p>
      </div>
      {group === undefined ? null : (
        <div class="dead-summary">
          <p>
            <Badge tone="bad">{group.reason}</Badge> {say('at {stage}', { stage: group.stage })}
            {'. '}
            <InEnglish text={meaningOf(group.reason)} />
          </p>
          <SparkBars values={group.overTime} most={Math.max(1, ...group.overTime)} />
        </div>
      )}
      <HeldFilters query={query} />
      <ProblemNote text={view.problem} />
      <UnreadNote unread={letters.unread} />
      {trials === undefined ? null : <TrialsSum trials={trials} />}
      {letters.found === 0 && letters.unread !== undefined ? null : letters.found === 0 ? (
        <div class="empty">
          <h2>{say('No dead letter is like that')}</h2>
          <p>
            <a href="/dead">{say('Show all')}</a>
          </p>
        </div>
      ) : mayAct ? (
        <form class="dead-form" action="/dead/try" method="post">
          <input type="hidden" name="token" value={view.token} />
          <FilterFields query={query} />
          <DeadDeeds>
            <fieldset class="which">
              <legend>{say('With')}</legend>
              <label class="check">
                <input type="radio" name="which" value="chosen" checked={chosen.size > 0} />{' '}
                {say('the letters chosen below')}
              </label>
              <label class="check">
                <input type="radio" name="which" value="meant" checked={chosen.size === 0} />{' '}
                {say('all {found:# letter|# letters}', { found: letters.found })}
              </label>
            </fieldset>
          </DeadDeeds>
          {list}
        </form>
      ) : (
        <>
          <LogInToAct here={frame.here} scope="write" />
          {list}
        </>
      )}
      {elsewhere.length === 0 ? null : (
        <section class="apart-below" aria-labelledby="elsewhere">
          <h2 id="elsewhere">{say('Tried, on other pages')}</h2>
          <ul class="rows">
            {elsewhere.map((trial) => (
              <li>
                <a href={`/dead/${encodeURIComponent(trial.id)}`}>{trial.id}</a>
                <Trial trial={trial} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {letters.next === undefined ? null : (
        <p class="pages">
          <a href={deadAddress(query, { isList: true, cursor: letters.next })} rel="next">
            {say('Older letters')}
          </a>
        </p>
      )}
      {query.group === undefined ? null : (
        <Command text={`./newsmill dead replay --group ${query.group} --rate 20`} />
      )}
    </>
  );
  return renderPage({ frame, title, place: '/dead', body });
}
