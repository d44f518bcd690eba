import { sourceStates } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { BarChart } from '../pieces/bar-chart.tsx';
import { formatCount, formatNumber } from '../pieces/format.ts';
import { Moment } from '../pieces/moment.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, SourcePageView } from '../views.ts';
import { ChannelLine, SourceFigures } from './render-sources.tsx';
import { DoneNote, ExaminationNote, PolledNote, SourceForms, TestedNote, WhatNext } from './source-forms.tsx';
import { PlanNote } from './source-plan.tsx';

function Fetches({ view, now }: { readonly view: SourcePageView; readonly now: number }) {
  return (
    <section class="part" aria-labelledby="fetches">
      <h2 id="fetches">Last polls</h2>
      {view.fetches.every(({ fetches }) => fetches.length === 0) ? (
        <p class="quiet">Nothing has been polled yet.</p>
      ) : null}
      {view.fetches.map(({ url, fetches }) =>
        fetches.length === 0 ? null : (
          <details open={view.fetches.length === 1}>
            <summary>
              {url} <span class="quiet">{formatCount(fetches.length, 'poll')}</span>
            </summary>
            <div class="table" tabIndex={0} role="region" aria-label={`Last polls of ${url}`}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Asked</th>
                    <th scope="col">Status</th>
                    <th scope="col">Time</th>
                    <th scope="col">Bytes</th>
                    <th scope="col">Entries</th>
                    <th scope="col">New</th>
                    <th scope="col">What was wrong</th>
                  </tr>
                </thead>
                <tbody>
                  {fetches.map(({ at, status, ms, bytes, entries, fresh, error }) => (
                    <tr>
                      <th scope="row">
                        <Moment time={at} now={now} />
                      </th>
                      <td>{status ?? 'no answer'}</td>
                      <td>{formatNumber(ms)} ms</td>
                      <td>{bytes === undefined ? '' : formatNumber(bytes)}</td>
                      <td>{entries === undefined ? '' : formatNumber(entries)}</td>
                      <td>{fresh === undefined ? '' : formatNumber(fresh)}</td>
                      <td dir="auto">{error}</td>
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
        <h2 id="file">Its file</h2>
        <form class="stack" action="/sources/edit" method="post">
          <label for="text">
            Names, channels, limits, rules: the file is checked before it is written, and the mill takes it up
            within seconds.
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
              Show what would change
            </button>{' '}
            <button type="submit" name="do" value="save">
              Write it
            </button>
          </p>
        </form>
        {draft === undefined ? null : <PlanNote plan={plan} />}
      </section>
      <section class="part" aria-labelledby="remove">
        <h2 id="remove">Remove it</h2>
        <p>
          Its file goes. {formatCount(source.indexed, 'article')} of it stay and are visited no more;{' '}
          {formatCount(source.waiting, 'page')} waiting to be fetched will be dropped. To stop it for a while,
          pause it.
        </p>
        <form class="stack" action="/sources/remove" method="post">
          <label for="confirm">
            Its id, to be sure: <code>{source.id}</code>
          </label>
          <input id="confirm" name="confirm" type="text" autocomplete="off" spellcheck={false} required />
          <input type="hidden" name="source" value={source.id} />
          <input type="hidden" name="one" value="yes" />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="token" value={token} />
          <p>
            <button type="submit">Remove the source</button>
          </p>
        </form>
      </section>
    </>
  );
}

/** One source: its state, its figures, how its last polls went, and the forms that change it. */
export function renderSource(view: SourcePageView, frame: FrameView): string {
  const { source } = view;
  const body = (
    <>
      <div class="page-head">
        <h1 dir="auto">{source.name}</h1>
        <Badge tone={sourceStates[source.state].tone} title={sourceStates[source.state].meaning}>
          {sourceStates[source.state].name}
        </Badge>
        <p class="quiet">
          <code>{source.id}</code> · <a href="/sources">All sources</a>
        </p>
      </div>
      <ProblemNote text={view.problem} />
      <DoneNote text={view.done} />
      <PolledNote polled={view.polled} now={frame.now} />
      <ExaminationNote examination={view.examination} />
      <TestedNote tested={view.tested} />
      <p class="reason">{source.reason}</p>
      <WhatNext judged={source} />
      <SourceFigures source={source} />
      <SourceForms source={source} view={view} isPage />
      <section class="part" aria-labelledby="channels">
        <h2 id="channels">Channels</h2>
        <ul class="channels">
          {source.channels.map((channel) => (
            <ChannelLine channel={channel} source={source} now={frame.now} />
          ))}
        </ul>
      </section>
      {view.timeline === undefined || view.timeline.items.length === 0 ? null : (
        <section class="part" aria-labelledby="days">
          <h2 id="days">Articles by day of publication</h2>
          <BarChart timeline={view.timeline} title={`Articles of ${source.name}`} />
        </section>
      )}
      <Fetches view={view} now={frame.now} />
      <EditForm view={view} />
    </>
  );
  return renderPage({ frame, title: source.name, place: '/sources', hasCharts: true, body });
}
