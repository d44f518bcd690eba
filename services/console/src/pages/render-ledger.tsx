import { fates, stageNames, type LedgerEvent } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { Badge, toneOf } from '../pieces/badge.tsx';
import { formatMoment } from '../pieces/format.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import { Moment } from '../pieces/moment.tsx';
import { OutLink } from '../pieces/out-link.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, LedgerView } from '../views.ts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import type { ItemView } from '@newsmill/operate';

function Step({ stage, event }: { readonly stage: string; readonly event: LedgerEvent | undefined }) {
  return (
    <li class={event === undefined ? 'step step-none' : `step step-${toneOf(event.fate)}`}>
      <h3>{stage}</h3>
      {event === undefined ? (
        <p class="quiet">{say('not reached')}</p>
      ) : (
        <>
          <p>
            <Badge tone={toneOf(event.fate)}>{say(event.fate)}</Badge> {event.reason}
          </p>
          <p class="quiet">
            <time dateTime={new Date(event.at).toISOString()}>{formatMoment(event.at)}</time>
            {event.attempt > 1 ? `${say(', ')}${say('try {attempt}', { attempt: event.attempt })}` : null}
          </p>
          {event.detail === undefined ? null : (
            <p class="detail">
              <InEnglish text={event.detail} />
            </p>
          )}
        </>
      )}
    </li>
  );
}

function Item({ item, now }: { readonly item: ItemView; readonly now: number }) {
  return (
    <section class="item" aria-labelledby="item">
      <h2 id="item">
        <OutLink url={item.url}>{item.url}</OutLink>
      </h2>
      <p class="verdict">
        <Badge tone={toneOf(item.fate)}>{say(item.fate)}</Badge> <InEnglish text={item.meaning} />
      </p>
      <p>
        <strong>{say('What happens next:')}</strong> <InEnglish text={item.next} />
        {item.nextAt === undefined ? null : (
          <>
            {' '}
            (<Moment time={item.nextAt} now={now} />)
          </>
        )}
      </p>
      <p>
        {item.articleId === undefined ? null : (
          <a href={`/articles/${encodeURIComponent(item.articleId)}`}>{say('Read the article')}</a>
        )}{' '}
        <span class="quiet">
          <Sentence
            text="Source {source}, item {item}"
            source={<a href={`/ledger?source=${encodeURIComponent(item.sourceId)}`}>{item.sourceId}</a>}
            item={<code>{item.item}</code>}
          />
        </span>
      </p>
      {item.traceId === undefined ? null : (
        <p class="quiet">
          {say('Trace')} <code>{item.traceId}</code>
          {item.viewer === undefined ? null : (
            <>
              {' '}
              <OutLink url={item.viewer}>{say('Show it in the viewer')}</OutLink>
            </>
          )}
        </p>
      )}
      <ol class="path">
        {stageNames.map((stage) => (
          <Step stage={stage} event={item.events.find((event) => event.stage === stage)} />
        ))}
      </ol>
    </section>
  );
}

function filterAddress(
  filter: LedgerView['filter'],
  change: { readonly fate?: string; readonly cursor?: string },
): string {
  const query = new URLSearchParams();
  const fate = 'fate' in change ? change.fate : filter.fate;
  if (fate !== undefined) query.set('fate', fate);
  if (filter.source !== undefined) query.set('source', filter.source);
  if (change.cursor !== undefined) query.set('cursor', change.cursor);
  return `/ledger?${query.toString()}`;
}

/** The title of the article, where the item is one; its address is under it. */
function ItemName({ event, title }: { readonly event: LedgerEvent; readonly title: string | undefined }) {
  const way = `/ledger?url=${encodeURIComponent(event.url)}`;
  if (title === undefined)
    return (
      <a class="address" href={way}>
        {event.url}
      </a>
    );
  return (
    <>
      <a class="item-title" href={way} dir="auto">
        {title}
      </a>
      <p class="quiet address" dir="ltr">
        {event.url}
      </p>
    </>
  );
}

function List({ view, now }: { readonly view: LedgerView; readonly now: number }) {
  const { filter, list, titles } = view;
  if (list === undefined) return null;
  return (
    <section aria-labelledby="list">
      <h2 id="list">
        {filter.source === undefined ? say('Items') : say('Items of {source}', { source: filter.source })}
      </h2>
      <ul class="choices" aria-label={say('Fate')}>
        <li>
          <a
            href={filterAddress(filter, { fate: undefined })}
            aria-current={filter.fate === undefined ? 'true' : undefined}
          >
            {say('all')}
          </a>
        </li>
        {Object.entries(fates).map(([fate, meaning]) => (
          <li>
            <a
              href={filterAddress(filter, { fate })}
              title={say(meaning)}
              aria-current={filter.fate === fate ? 'true' : undefined}
            >
              {say(fate)}
            </a>
          </li>
        ))}
      </ul>
      {list.items.length === 0 ? (
        <p class="empty">
          {say(
            filter.source === undefined ? 'No item has this fate.' : 'No item has this fate in this source.',
          )}
        </p>
      ) : (
        <ul class="rows">
          {list.items.map((event) => (
            <li>
              <ItemName event={event} title={titles?.get(event.articleId ?? '')} />
              <p class="quiet">
                <Badge tone={toneOf(event.fate)}>{say(event.fate)}</Badge> {event.reason}{' '}
                {say('at {stage}', { stage: event.stage })}
                {say(', ')}
                <Moment time={event.at} now={now} />
                {say(', ')}
                {event.sourceId}
              </p>
            </li>
          ))}
        </ul>
      )}
      {list.next === undefined ? null : (
        <p class="pages">
          <a class="button" rel="next" href={filterAddress(filter, { cursor: list.next })}>
            {say('Next page')}
          </a>
        </p>
      )}
    </section>
  );
}

/** Where is my article? One item with its way through the stages, or a list by fate and source. */
export function renderLedger(view: LedgerView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Where is my article?')}</h1>
      </div>
      <form class="search" action="/ledger" method="get">
        <label for="url">{say('Address of an article, as the publisher or the feed gives it')}</label>
        <div class="search-row">
          <input
            id="url"
            name="url"
            type="text"
            inputMode="url"
            value={view.url}
            maxLength={4000}
            placeholder="https://…"
            autocomplete="off"
            spellcheck={false}
            required
          />
          <button type="submit">{say('Look up')}</button>
        </div>
      </form>
      <ProblemNote text={view.problem} />
      {view.item === undefined ? null : <Item item={view.item} now={frame.now} />}
      <List view={view} now={frame.now} />
    </>
  );
  return renderPage({ frame, title: say('Ledger'), place: '/ledger', body });
}
