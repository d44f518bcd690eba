import { rejectReasons } from '@newsmill/contracts';
import type { DeadGroup, DeadGroupsQuery, DeadReceipt, ReplayRunView } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Badge, type Tone } from '../pieces/badge.tsx';
import { Command } from '../pieces/command.tsx';
import { deadAddress } from '../pieces/dead-address.ts';
import { formatMoment, formatNumber } from '../pieces/format.ts';
import { Moment } from '../pieces/moment.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { SparkBars } from '../pieces/spark-bars.tsx';
import { UnreadNote } from '../pieces/unread-note.tsx';
import type { FrameView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { DeadFilterForm } from './dead-forms.tsx';
import type { DeadGroupsPage } from './dead-view.ts';

/** What a reason of dead letters means. */
export function meaningOf(reason: string): string {
  return Object.entries(rejectReasons).find(([name]) => name === reason)?.[1] ?? '';
}

/** What letters of a group have in common, in words. */
export function groupTitle({ title, reason }: Pick<DeadGroup, 'title' | 'reason'>): string {
  return title === '' ? meaningOf(reason) || reason : title;
}

function Group({
  group,
  query,
  most,
  now,
}: {
  readonly group: DeadGroup;
  readonly query: DeadGroupsQuery;
  readonly most: number;
  readonly now: number;
}) {
  const { id, reason, stage, frame, count, firstSeen, lastSeen, sources, topSources, overTime, example } =
    group;
  const name = example.url ?? example.id;
  return (
    <li class="dead-group">
      <div class="dead-group-words">
        <h3>
          <a href={deadAddress({ ...query, group: id }, { isList: true })} dir="auto">
            {groupTitle(group)}
          </a>
        </h3>
        <p class="quiet">
          <Badge tone="bad" title={meaningOf(reason)}>
            {reason}
          </Badge>{' '}
          {say('at {stage}', { stage })}
          {frame === undefined ? null : (
            <>
              {' '}
              <code>{frame}()</code>
            </>
          )}
        </p>
        <p class="quiet">
          <Sentence
            text="last {last}, first {first}"
            last={<Moment time={lastSeen} now={now} />}
            first={<Moment time={firstSeen} now={now} />}
          />
          {sources === 0 || topSources.length === 0 ? null : (
            <>
              {' · '}
              {topSources.map(({ source, count: own }, place) => (
                <>
                  {place === 0 ? '' : ', '}
                  <a href={`/sources/${encodeURIComponent(source)}`}>{source}</a> {formatNumber(own)}
                </>
              ))}
              {sources > topSources.length
                ? `, ${say('{more:# more source|# more sources}', { more: sources - topSources.length })}`
                : null}
            </>
          )}
        </p>
        <p class="quiet example">
          <Sentence
            text="For example {example}"
            example={
              <a class="address" href={`/dead/${encodeURIComponent(example.id)}`}>
                {name}
              </a>
            }
          />
        </p>
      </div>
      <div class="dead-group-count">
        <strong>{formatNumber(count)}</strong>
        <SparkBars values={overTime} most={most} />
      </div>
    </li>
  );
}

const runTones: Readonly<Record<ReplayRunView['state'], { readonly tone: Tone; readonly words: string }>> = {
  running: { tone: 'warn', words: word('running') },
  done: { tone: 'good', words: word('done') },
  stopped: { tone: 'plain', words: word('stopped') },
  failed: { tone: 'bad', words: word('failed') },
  interrupted: { tone: 'bad', words: word('interrupted') },
};

function Replay({
  run,
  token,
  mayAct,
  now,
}: {
  readonly run: ReplayRunView;
  readonly token: string;
  readonly mayAct: boolean;
  readonly now: number;
}) {
  const { id, state, choice, rate, total, replayed, lost, gone, who, updatedAt, stopper, problem } = run;
  const { tone, words } = runTones[state];
  return (
    <li>
      <p>
        <Badge tone={tone}>{say(words)}</Badge>{' '}
        <progress max={Math.max(1, total)} value={replayed + lost + gone} aria-label={say('Progress')}>
          {replayed}
        </progress>{' '}
        {say('{replayed} of {total} replayed', { replayed, total })}
      </p>
      <p class="quiet">
        <code>{choice}</code>, {say('{rate} a second, {who}', { rate, who })},{' '}
        <Moment time={updatedAt} now={now} />
        {lost === 0 ? null : `; ${say('{lost} not known to the frontier any more', { lost })}`}
        {gone === 0 ? null : `; ${say('{gone} taken by others', { gone })}`}
        {stopper === undefined ? null : `; ${say('stopped by {who}', { who: stopper })}`}
      </p>
      {problem === undefined ? null : <p class="detail">{problem}</p>}
      {state === 'interrupted' ? (
        <p class="quiet">
          {say('Its process ended in the middle of it. What was not replayed is below; start another.')}
        </p>
      ) : null}
      {state === 'running' ? (
        <form class="inline" action="/dead/stop" method="post">
          <input type="hidden" name="run" value={id} />
          <input type="hidden" name="token" value={token} />
          {mayAct ? <button type="submit">{say('Stop')}</button> : null}{' '}
          <a href="/dead">{say('Look again')}</a>
        </form>
      ) : null}
    </li>
  );
}

function Receipt({ receipt, now }: { readonly receipt: DeadReceipt; readonly now: number }) {
  const { did, who, when, reason, letters, choice, letter, before, after, url } = receipt;
  return (
    <li>
      <p>
        {did === 'discarded'
          ? say('{letters:# letter|# letters} discarded by {who}', { letters, who })
          : say('Letter {letter} edited by {who}', { letter: letter ?? '', who })}
        {', '}
        <Moment time={Date.parse(when)} now={now} />
        {reason === undefined ? null : `: ${reason}`}
      </p>
      <p class="quiet wrap">{choice ?? url ?? ''}</p>
      {before === undefined ? null : (
        <details>
          <summary>{say('What it was, and what was sent')}</summary>
          <pre tabIndex={0} dir="ltr">
            {before}
          </pre>
          {after === undefined ? null : (
            <pre tabIndex={0} dir="ltr">
              {after}
            </pre>
          )}
        </details>
      )}
    </li>
  );
}

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return isNarrowed ? (
    <div class="empty">
      <h2>{say('No dead letter is like that')}</h2>
      <p>
        <a href="/dead">{say('Show all')}</a>
      </p>
    </div>
  ) : (
    <div class="empty">
      <h2>{say('There are no dead letters')}</h2>
      <p>
        <Sentence
          text="A message that cannot be handled comes here with its reason and its original bytes. None is lost. <a>See what is being retried</a>."
          a={<a href="/ledger?fate=retrying" />}
        />
      </p>
    </div>
  );
}

/** What failed for good, by its causes, with what is being done about it. */
export function renderDead(view: DeadGroupsPage, frame: FrameView): string {
  const { groups, query, replays, receipts } = view;
  const most = Math.max(1, ...groups.groups.flatMap(({ overTime }) => overTime));
  const isNarrowed = Object.values(query).some((value) => value !== undefined);
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Dead letters')}</h1>
        <p class="quiet">
          {say('{total:# message|# messages} that failed for good, kept with their original bytes', {
            total: groups.total,
          })}
        </p>
      </div>
      <ProblemNote text={view.problem} />
      <UnreadNote unread={groups.unread} />
      {replays.length === 0 ? null : (
        <section class="apart" aria-labelledby="replays">
          <h2 id="replays">{say('Replays')}</h2>
          <ul class="saved runs">
            {replays.map((run) => (
              <Replay run={run} token={view.token} mayAct={view.mayAct} now={frame.now} />
            ))}
          </ul>
        </section>
      )}
      {groups.total === 0 ? null : <DeadFilterForm query={query} groups={groups} />}
      {groups.found === 0 && groups.unread !== undefined ? null : groups.found === 0 ? (
        <Nothing isNarrowed={isNarrowed && groups.total > 0} />
      ) : (
        <section aria-labelledby="causes">
          <div class="dead-head">
            <h2 id="causes">
              {say('{count:# cause|# causes}', { count: groups.groups.length + groups.more })}
            </h2>
            <p class="quiet">
              {say('{found:# letter|# letters} between {from} and {to}', {
                found: groups.found,
                from: formatMoment(groups.from),
                to: formatMoment(groups.to),
              })}
              {' · '}
              <a href={deadAddress(query, { isList: true })}>{say('one by one')}</a>
            </p>
          </div>
          <ul class="dead-groups">
            {groups.groups.map((group) => (
              <Group group={group} query={query} most={most} now={frame.now} />
            ))}
          </ul>
          {groups.more === 0 ? null : (
            <p class="quiet">
              {say('{more:# further cause has|# further causes have} fewer letters; narrow what is shown.', {
                more: groups.more,
              })}
            </p>
          )}
          <Command text="./newsmill dead groups" />
        </section>
      )}
      {receipts.length === 0 ? null : (
        <section class="apart-below" aria-labelledby="done">
          <h2 id="done">{say('What was done')}</h2>
          <ul class="saved">
            {receipts.map((receipt) => (
              <Receipt receipt={receipt} now={frame.now} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
  return renderPage({ frame, title: say('Dead letters'), place: '/dead', body });
}
