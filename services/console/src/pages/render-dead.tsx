import { rejectReasons } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { Command } from '../pieces/command.tsx';
import { Badge } from '../pieces/badge.tsx';
import { formatBytes, formatCount, formatMoment, formatNumber } from '../pieces/format.ts';
import { Moment } from '../pieces/moment.tsx';
import { OutLink } from '../pieces/out-link.tsx';
import { shellWord } from '../pieces/shell-word.ts';
import type { FrameView } from '../views.ts';
import type { DeadLetterDetail, DeadLetterView, DeadView } from '@newsmill/operate';

function meaningOf(reason: string): string {
  return Object.entries(rejectReasons).find(([name]) => name === reason)?.[1] ?? '';
}

function Letter({ letter, now }: { readonly letter: DeadLetterView; readonly now: number }) {
  return (
    <li>
      <p>
        <a class="address" href={`/dead/${encodeURIComponent(letter.id)}`}>
          {letter.url ?? letter.id}
        </a>
      </p>
      <p class="quiet">
        <Badge tone="bad">{letter.reason}</Badge> at {letter.stage}, <Moment time={letter.at} now={now} />,{' '}
        {formatCount(letter.attempts, 'try', 'tries')}
        {letter.sourceId === undefined ? '' : `, ${letter.sourceId}`}
      </p>
      {letter.detail === '' ? null : <p class="detail">{letter.detail}</p>}
    </li>
  );
}

/** What failed for good, newest first, with the counts of its reasons and the command that tries again. */
export function renderDead(view: DeadView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>Dead letters</h1>
        <p class="quiet">
          {formatCount(view.total, 'message')} that failed for good, kept with their original bytes
        </p>
      </div>
      {view.total === 0 ? (
        <div class="empty">
          <h2>There are no dead letters</h2>
          <p>
            A message that cannot be handled comes here with its reason and its original bytes. None is lost.{' '}
            <a href="/ledger?fate=retrying">See what is being retried</a>.
          </p>
        </div>
      ) : (
        <>
          <ul class="choices" aria-label="Reason">
            <li>
              <a href="/dead" aria-current={view.reason === undefined ? 'true' : undefined}>
                all <span class="count">{formatNumber(view.total)}</span>
              </a>
            </li>
            {view.reasons.map(({ reason, count }) => (
              <li>
                <a
                  href={`/dead?reason=${encodeURIComponent(reason)}`}
                  title={meaningOf(reason)}
                  aria-current={view.reason === reason ? 'true' : undefined}
                >
                  {reason} <span class="count">{formatNumber(count)}</span>
                </a>
              </li>
            ))}
          </ul>
          {view.reason === undefined ? null : <p>{meaningOf(view.reason)}</p>}
          <Command
            text={
              view.reason === undefined
                ? './newsmill dead replay --all'
                : `./newsmill dead replay --reason ${shellWord(view.reason)}`
            }
          />
          <ul class="rows">
            {view.letters.map((letter) => (
              <Letter letter={letter} now={frame.now} />
            ))}
          </ul>
          {view.letters.length < view.total && view.reason === undefined ? (
            <p class="quiet">The newest {formatNumber(view.letters.length)} are shown.</p>
          ) : null}
        </>
      )}
    </>
  );
  return renderPage({ frame, title: 'Dead letters', place: '/dead', body });
}

/** One dead letter: what failed, why, and the message as it was. */
export function renderDeadLetter(letter: DeadLetterDetail, frame: FrameView): string {
  const facts = [
    ['Stage', letter.stage],
    ['Topic', letter.topic || 'none (a request of the fetch stage)'],
    ['Tries', String(letter.attempts)],
    ['Source', letter.sourceId],
    ['Item', letter.item],
    ['Failed', formatMoment(letter.at)],
    ['Size', formatBytes(letter.bytes)],
  ] as const;
  const body = (
    <>
      <p class="back">
        <a href="/dead">All dead letters</a>
      </p>
      <div class="page-head">
        <h1>Dead letter {letter.id}</h1>
        <Badge tone="bad">{letter.reason}</Badge>
      </div>
      {letter.url === undefined ? null : (
        <p>
          <OutLink url={letter.url}>{letter.url}</OutLink> (
          <a href={`/ledger?url=${encodeURIComponent(letter.url)}`}>ledger</a>)
        </p>
      )}
      <p class="reason">{meaningOf(letter.reason)}</p>
      {letter.detail === '' ? null : <p class="detail">{letter.detail}</p>}
      <Command text={`./newsmill dead replay ${shellWord(letter.id)}`} />
      <dl class="facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <h2>Headers</h2>
      <dl class="facts">
        {Object.entries(letter.headers).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd class="wrap">{value}</dd>
          </div>
        ))}
      </dl>
      <h2>Message</h2>
      <pre tabIndex={0}>{letter.text ?? letter.base64 ?? ''}</pre>
    </>
  );
  return renderPage({ frame, title: `Dead letter ${letter.id}`, place: '/dead', body });
}
