import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { formatMoment, formatNumber } from '../pieces/format.ts';
import type { FrameView } from '../views.ts';
import type { AuditView } from '@newsmill/operate';

const columns = [
  { name: 'discovered', title: 'Discovered' },
  { name: 'indexed', title: 'Indexed' },
  { name: 'duplicate', title: 'Duplicate' },
  { name: 'dropped', title: 'Dropped' },
  { name: 'gone', title: 'Gone' },
  { name: 'denied', title: 'Denied' },
  { name: 'dead', title: 'Dead' },
  { name: 'underWay', title: 'In progress' },
] as const;

function Cells({ row }: { readonly row: AuditView['totals'] }) {
  return (
    <>
      {columns.map(({ name }) => (
        <td class={row[name] === 0 ? 'zero' : undefined}>{formatNumber(row[name])}</td>
      ))}
    </>
  );
}

function Balance({ view }: { readonly view: AuditView }) {
  return (
    <div class="table" tabIndex={0} role="region" aria-label="Balance per source and hour">
      <table>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Hour</th>
            {columns.map(({ title }) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class="totals">
            <th scope="row">All</th>
            <td>any</td>
            <Cells row={view.totals} />
          </tr>
          {view.rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={`/ledger?source=${encodeURIComponent(row.sourceId)}`}>{row.sourceId}</a>
              </th>
              <td>{formatMoment(row.hour)}</td>
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Does everything that was discovered have a fate? Counts per source and hour, and what does not add up. */
export function renderAudit(view: AuditView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>Audit</h1>
        <Badge tone={view.balanced ? 'good' : 'bad'}>{view.balanced ? 'balanced' : 'not balanced'}</Badge>
      </div>
      <p class="lead">
        {formatNumber(view.totals.discovered)} addresses discovered; {formatNumber(view.documents)} articles
        in the library{view.hidden === 0 ? '' : `, ${formatNumber(view.hidden)} of them hidden as doubtful`};{' '}
        {formatNumber(view.deadLetters)} dead letters.
      </p>
      {view.findings.length === 0 ? null : (
        <div class="problem">
          <ul>
            {view.findings.map((finding) => (
              <li>{finding}</li>
            ))}
          </ul>
        </div>
      )}
      {view.rows.length === 0 ? (
        <div class="empty">
          <h2>Nothing to count yet</h2>
          <p>
            The counts appear here by the hour as soon as a source names an address.{' '}
            <a href="/sources">See the sources</a>.
          </p>
        </div>
      ) : (
        <Balance view={view} />
      )}
      {view.reasons.length === 0 ? null : (
        <>
          <h2>Why items were not indexed</h2>
          <dl class="facts">
            {view.reasons.map(({ fate, reason, count }) => (
              <div>
                <dt>
                  <a href={`/ledger?fate=${fate}`}>{fate}</a> {reason}
                </dt>
                <dd>{formatNumber(count)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
  return renderPage({ frame, title: 'Audit', place: '/audit', body });
}
