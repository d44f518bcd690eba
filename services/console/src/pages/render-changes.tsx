import type { Change, ChangeKind } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { Command } from '../pieces/command.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { Moment } from '../pieces/moment.tsx';
import { formatNumber } from '../pieces/format.ts';
import type { ChangesView, FrameView } from '../views.ts';
import { say, word } from '../words/say.ts';

const kindWords = {
  'source-added': word('Added a source'),
  'source-changed': word('Changed the file of a source'),
  'source-paused': word('Paused a source'),
  'source-resumed': word('Resumed a source'),
  'source-removed': word('Removed a source'),
  'brake-lifted': word('Lifted the brake of a source'),
  'quotas-lifted': word('Lifted the quotas of a source for the day'),
  'source-polled': word('Had a source polled at once'),
  'search-saved': word('Saved a search'),
  'search-changed': word('Changed a saved search'),
  'search-removed': word('Removed a saved search'),
  'search-tested': word('Sent a test of an alert'),
  'secret-rotated': word('Gave a webhook another secret'),
  'delivery-retried': word('Sent a delivery again'),
  'letters-replayed': word('Replayed dead letters'),
  'replay-started': word('Began a replay of dead letters'),
  'replay-stopped': word('Stopped a replay of dead letters'),
  'letters-discarded': word('Discarded dead letters'),
  'letter-edited': word('Edited a dead letter'),
  'article-taken-down': word('Took an article down'),
  'takedown-lifted': word('Lifted a takedown'),
  'key-made': word('Made a key'),
  'key-rotated': word('Gave a key another text'),
  'key-revoked': word('Revoked a key'),
  'session-opened': word('Logged in'),
  'session-ended': word('Ended a session'),
  'articles-reprocessed': word('Reprocessed articles'),
  'library-reindexed': word('Rebuilt the index'),
  'archives-backfilled': word('Gave the mill archives to read'),
  'archive-mended': word('Took damaged pages out of the archive'),
  'verification-started': word('Began a verification of what is kept'),
  'verification-stopped': word('Stopped a verification of what is kept'),
  'backup-made': word('Made a backup'),
  'backup-restored': word('Restored a backup'),
  'file-recovered': word('Brought over what could be read of a damaged file'),
} as const satisfies Readonly<Record<ChangeKind, string>>;

const byWords = {
  key: word('with a key'),
  session: word('in the console'),
  command: word('on the command line'),
} as const;

function Entry({ change, now }: { readonly change: Change; readonly now: number }) {
  const { seq, when, who, by, from, what, subject, detail, fields = [] } = change;
  return (
    <li>
      <h3>{say(kindWords[what])}</h3>
      {subject === undefined ? null : (
        <p>
          <bdi>{subject}</bdi>
        </p>
      )}
      {detail === undefined ? null : (
        <p class="quiet">
          <bdi>{detail}</bdi>
        </p>
      )}
      {fields.length === 0 ? null : (
        <ul>
          {fields.map(({ path, before, after }) => (
            <li>
              <code dir="ltr">{path}</code>
              {before === undefined ? null : (
                <>
                  {' '}
                  <del>
                    <bdi>{before}</bdi>
                  </del>
                </>
              )}
              {after === undefined ? null : (
                <>
                  {' '}
                  <ins>
                    <bdi>{after}</bdi>
                  </ins>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">
        <bdi>{who}</bdi> · {say(byWords[by])} · <bdi>{from}</bdi> ·{' '}
        <Moment time={Date.parse(when)} now={now} /> · {say('entry {seq}', { seq: formatNumber(seq) })}
      </p>
    </li>
  );
}

/** Who changed what, when and from where; for admins. */
export function renderChanges({ log, isFirst }: ChangesView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Changes')}</h1>
        {log === undefined || log.changes.length === 0 ? null : log.faults.length === 0 ? (
          <Badge tone="good">{say('whole')}</Badge>
        ) : (
          <Badge tone="bad">{say('not whole')}</Badge>
        )}
      </div>
      <p class="lead">
        {say(
          'Who changed what at this mill, when and from where: in the console, with a key, or on the command line. Entries are kept for two years. Nobody can edit them unnoticed: each holds the hash of the one before.',
        )}
      </p>
      {log === undefined ? (
        <LogInFirst here={frame.here} scope="admin" />
      ) : (
        <>
          {log.faults.length === 0 ? null : (
            <ul role="alert">
              {log.faults.map((fault) => (
                <li lang="en" dir="ltr">
                  {fault}
                </li>
              ))}
            </ul>
          )}
          <section class="part" aria-labelledby="entries">
            <h2 id="entries">{say('Entries, the newest first')}</h2>
            {log.changes.length === 0 ? (
              <p class="quiet">{say('Nobody has changed anything.')}</p>
            ) : (
              <ul class="rows">
                {log.changes.map((change) => (
                  <Entry change={change} now={frame.now} />
                ))}
              </ul>
            )}
            <p>
              {isFirst ? null : <a href="/changes">{say('The newest')}</a>}{' '}
              {log.next === undefined ? null : (
                <a href={`/changes?cursor=${log.next}`}>{say('Earlier ones')}</a>
              )}
            </p>
          </section>
          <section class="part" aria-labelledby="prove">
            <h2 id="prove">{say('Prove it')}</h2>
            <p>
              {say(
                'This page checks the entries that it shows. On the machine of the mill, all of them are checked; keep the line that this prints elsewhere, and give it to a later check.',
              )}
            </p>
            <Command text="./newsmill changes verify" />
          </section>
        </>
      )}
    </>
  );
  return renderPage({ frame, title: say('Changes'), place: 'none', body });
}
