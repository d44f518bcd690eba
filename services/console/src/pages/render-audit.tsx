import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { formatMoment, formatNumber } from '../pieces/format.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import type { FrameView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import type { AuditQuery, AuditView } from '@newsmill/operate';

const columns = [
  { name: 'discovered', title: word('Discovered') },
  { name: 'indexed', title: word('Indexed') },
  { name: 'duplicate', title: word('Duplicate') },
  { name: 'dropped', title: word('Dropped') },
  { name: 'gone', title: word('Gone') },
  { name: 'denied', title: word('Denied') },
  { name: 'dead', title: word('Dead') },
  { name: 'underWay', title: word('In progress') },
] as const;

/** Items of a kind that are named; the API and the command name more. */
const namedItems = 10;

/** What does not balance, each with what to do and the first items, which lead to the ledger. */
function Imbalances({ unbalanced }: Pick<AuditView, 'unbalanced'>) {
  if (unbalanced.length === 0) return null;
  return (
    <section class="part" aria-labelledby="todo">
      <h2 id="todo">{say('What to do')}</h2>
      <ul class="rows">
        {unbalanced.map(({ kind, total, next, items }) => (
          <li>
            <p>
              <Badge tone="bad">{kind}</Badge> {say('{count:# item|# items}', { count: total })}
            </p>
            <p lang="en" dir="ltr">
              {next}
            </p>
            <details>
              <summary>{say('The first of them')}</summary>
              <ul>
                {items.slice(0, namedItems).map(({ url, articleId }) => (
                  <li class="address">
                    {url === '' ? null : <a href={`/ledger?url=${encodeURIComponent(url)}`}>{url}</a>}{' '}
                    {articleId === undefined ? null : (
                      <a href={`/articles/${encodeURIComponent(articleId)}`}>{say('Read the article')}</a>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cells({ row }: { readonly row: AuditView['totals'] }) {
  return (
    <>
      {columns.map(({ name, title }) => (
        <td class={row[name] === 0 ? 'zero' : undefined} data-name={say(title)}>
          {formatNumber(row[name])}
        </td>
      ))}
    </>
  );
}

function Balance({ view }: { readonly view: AuditView }) {
  return (
    <div class="table cards" tabIndex={0} role="region" aria-label={say('Balance per source and hour')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('Source')}</th>
            <th scope="col">{say('Hour')}</th>
            {columns.map(({ title }) => (
              <th scope="col">{say(title)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class="totals">
            <th scope="row">{say('All')}</th>
            <td>{say('any')}</td>
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

function auditAddress({ from, to, source }: AuditQuery, cursor?: string): string {
  const parts = Object.entries({ from, to, source, cursor }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return parts.length === 0 ? '/audit' : `/audit?${new URLSearchParams(parts).toString()}`;
}

/** The way to older hours, and back to the newest. */
function Pages({ query, next }: { readonly query: AuditQuery; readonly next: string | undefined }) {
  if (query.cursor === undefined && next === undefined) return null;
  return (
    <nav class="pages" aria-label={say('Pages')}>
      {query.cursor === undefined ? null : (
        <a class="button" href={auditAddress(query)}>
          {say('Newest hours')}
        </a>
      )}{' '}
      {next === undefined ? null : (
        <a class="button" rel="next" href={auditAddress(query, next)}>
          {say('Older hours')}
        </a>
      )}
    </nav>
  );
}

/** Does everything that was discovered have a fate? Counts per source and hour, and what does not add up. */
export function renderAudit(
  { query, ...view }: AuditView & { readonly query: AuditQuery },
  frame: FrameView,
): string {
  const { totals, documents, hidden, deadLetters } = view;
  const sums = { discovered: totals.discovered, documents, hidden, dead: deadLetters };
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Audit')}</h1>
        <Badge tone={view.balanced ? 'good' : 'bad'}>
          {say(view.balanced ? 'balanced' : 'not balanced')}
        </Badge>
      </div>
      <p class="lead">
        {view.hidden === 0
          ? say(
              '{discovered} addresses discovered; {documents} articles in the library; {dead} dead letters.',
              sums,
            )
          : say(
              '{discovered} addresses discovered; {documents} articles in the library, {hidden} of them hidden as doubtful; {dead} dead letters.',
              sums,
            )}
      </p>
      {view.findings.length === 0 ? null : (
        <div class="problem">
          <ul>
            {view.findings.map((finding) => (
              <li>
                <InEnglish text={finding} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Imbalances unbalanced={view.unbalanced} />
      <p class="quiet">
        <Sentence
          text="Whether what is kept is still what was written, <a>Integrity</a> says."
          a={<a href="/integrity" />}
        />
      </p>
      {view.rows.length === 0 && query.cursor === undefined ? (
        <div class="empty">
          <h2>{say('Nothing to count yet')}</h2>
          <p>
            <Sentence
              text="The counts appear here by the hour as soon as a source names an address. <a>See the sources</a>."
              a={<a href="/sources" />}
            />
          </p>
        </div>
      ) : (
        <>
          <Balance view={view} />
          <Pages query={query} next={view.next} />
        </>
      )}
      {view.reasons.length === 0 ? null : (
        <>
          <h2>{say('Why items were not indexed')}</h2>
          <dl class="facts">
            {view.reasons.map(({ fate, reason, count }) => (
              <div>
                <dt>
                  <a href={`/ledger?fate=${fate}`}>{say(fate)}</a> {reason}
                </dt>
                <dd>{formatNumber(count)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
  return renderPage({ frame, title: say('Audit'), place: '/audit', body });
}
