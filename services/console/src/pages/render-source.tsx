import { sourceStates } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { DoneNote } from '../pieces/done-note.tsx';
import { BarChart } from '../pieces/bar-chart.tsx';
import { formatNumber } from '../pieces/format.ts';
import { Moment } from '../pieces/moment.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, SourcePageView } from '../views.ts';
import { ChannelLine, SourceFigures, UsedToday } from './render-sources.tsx';
import { ExaminationNote, PolledNote, SourceForms, TestedNote, WhatNext } from './source-forms.tsx';
import { PlanNote } from './source-plan.tsx';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { InEnglish } from '../pieces/in-english.tsx';

function Fetches({ view, now }: { readonly view: SourcePageView; readonly now: number }) {
  return (
    <section class="part" aria-labelledby="fetches">
      <h2 id="fetches">{say('Last polls')}</h2>
      {view.fetches.every(({ fetches }) => fetches.length === 0) ? (
        <p class="quiet">{say('Nothing has been polled yet.')}</p>
      ) : null}
      {view.fetches.map(({ url, fetches }) =>
        fetches.length === 0 ? null : (
          <details open={view.fetches.length === 1}>
            <summary>
              <bdi dir="ltr">{url}</bdi>{' '}
              <span class="quiet">{say('{count:# poll|# polls}', { count: fetches.length })}</span>
            </summary>
            <div class="table" tabIndex={0} role="region" aria-label={say('Last polls of {url}', { url })}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say('Asked')}</th>
                    <th scope="col">{say('Status')}</th>
                    <th scope="col">{say('Time')}</th>
                    <th scope="col">{say('Bytes')}</th>
                    <th scope="col">{say('Entries')}</th>
                    <th scope="col">{say('New')}</th>
                    <th scope="col">{say('What was wrong')}</th>
                  </tr>
                </thead>
                <tbody>
                  {fetches.map(({ at, status, ms, bytes, entries, fresh, error }) => (
                    <tr>
                      <th scope="row">
                        <Moment time={at} now={now} />
                      </th>
                      <td>{status ?? say('no answer')}</td>
                      <td>{say('{ms} ms', { ms })}</td>
                      <td>{bytes === undefined ? '' : formatNumber(bytes)}</td>
                      <td>{entries === undefined ? '' : formatNumber(entries)}</td>
                      <td>{fresh === undefined ? '' : formatNumber(fresh)}</td>
                      <td>
                        <InEnglish text={error} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        ),
      )}
    </section>
  );
}

/** The file, to be changed: what would change is shown first, by the same form. */
function EditForm({
  view: { source, text, draft, version, token, plan },
}: {
  readonly view: SourcePageView;
}) {
  if (text === undefined) return null;
  return (
    <>
      <section class="part" aria-labelledby="file">
        <h2 id="file">{say('Its file')}</h2>
        <form class="stack" action="/sources/edit" method="post">
          <label for="text">
            {say(
              'Names, channels, limits, rules: the file is checked before it is written, and the mill takes it up within seconds.',
            )}
          </label>
          <textarea id="text" name="text" rows={18} spellcheck={false} dir="ltr">
            {draft ?? text}
          </textarea>
          <input type="hidden" name="source" value={source.id} />
          <input type="hidden" name="one" value="yes" />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="token" value={token} />
          <p>
            <button type="submit" name="do" value="show">
              {say('Show what would change')}
            </button>{' '}
            <button type="submit" name="do" value="save">
              {say('Write it')}
            </button>
          </p>
        </form>
        {draft === undefined ? null : <PlanNote plan={plan} />}
      </section>
      <section class="part" aria-labelledby="remove">
        <h2 id="remove">{say('Remove it')}</h2>
        <p>
          {say(
            'Its file goes. {articles:# article of it stays and is|# articles of it stay and are} visited no more; {pages:# page|# pages} waiting to be fetched will be dropped. To stop it for a while, pause it.',
            { articles: source.indexed, pages: source.waiting },
          )}
        </p>
        <form class="stack" action="/sources/remove" method="post">
          <label for="confirm">
            <Sentence text="Its id, to be sure: {id}" id={<code dir="ltr">{source.id}</code>} />
          </label>
          <input id="confirm" name="confirm" type="text" autocomplete="off" spellcheck={false} required />
          <input type="hidden" name="source" value={source.id} />
          <input type="hidden" name="one" value="yes" />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="token" value={token} />
          <p>
            <button type="submit">{say('Remove the source')}</button>
          </p>
        </form>
      </section>
    </>
  );
}

/** One source: its state, its figures, how its last polls went, and the forms that change it. */
export function renderSource(view: SourcePageView, frame: FrameView): string {
  const { source, timeline } = view;
  const hasCharts = timeline !== undefined && timeline.items.length > 0;
  const body = (
    <>
      <div class="page-head">
        <h1 dir="auto">{source.name}</h1>
        <Badge tone={sourceStates[source.state].tone} title={say(sourceStates[source.state].meaning)}>
          {say(sourceStates[source.state].name)}
        </Badge>
        <p class="quiet">
          <code>{source.id}</code> · <a href="/sources">{say('All sources')}</a>
        </p>
      </div>
      <ProblemNote text={view.problem} />
      <DoneNote text={view.done} />
      {view.broken === undefined ? null : (
        <p class="problem">
          <Sentence
            text="Its file has mistakes, so the source stays as it was. <a>See and mend {file}</a>"
            a={<a href={`/source-files/${encodeURIComponent(view.broken)}`} />}
            file={view.broken}
          />
        </p>
      )}
      <PolledNote polled={view.polled} now={frame.now} />
      <ExaminationNote examination={view.examination} />
      <TestedNote tested={view.tested} />
      <p class="reason">
        <InEnglish text={source.reason} />
      </p>
      <WhatNext judged={source} />
      <UsedToday source={source} />
      <SourceFigures source={source} />
      <SourceForms source={source} view={view} isPage />
      <section class="part" aria-labelledby="channels">
        <h2 id="channels">{say('Channels')}</h2>
        <ul class="channels">
          {source.channels.map((channel) => (
            <ChannelLine channel={channel} source={source} now={frame.now} />
          ))}
        </ul>
      </section>
      {timeline === undefined || !hasCharts ? null : (
        <section class="part" aria-labelledby="days">
          <h2 id="days">{say('Articles by day of publication')}</h2>
          <BarChart timeline={timeline} title={say('Articles of {name}', source)} />
        </section>
      )}
      <Fetches view={view} now={frame.now} />
      <EditForm view={view} />
    </>
  );
  return renderPage({ frame, title: source.name, place: '/sources', hasCharts, body });
}
