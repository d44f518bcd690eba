import { oldBackupMs, type BackupReceipt } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { Command } from '../pieces/command.tsx';
import { formatBytes, formatNumber } from '../pieces/format.ts';
import { LengthOfTime } from '../pieces/length-of-time.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { Moment } from '../pieces/moment.tsx';
import type { BackupView, FrameView } from '../views.ts';
import { say, word } from '../words/say.ts';

/** What is in a backup, in the order in which people ask. */
const parts = [
  { kind: 'library', title: word('Records of articles') },
  { kind: 'state', title: word('Records of the state') },
  { kind: 'message', title: word('Messages under way') },
  { kind: 'dead', title: word('Dead letters') },
  { kind: 'registry', title: word('Saved searches, keys, receipts') },
  { kind: 'source', title: word('Source files') },
  { kind: 'file', title: word('Files of the archive') },
] as const;

function Receipt({ backup, now }: { readonly backup: BackupReceipt; readonly now: number }) {
  const { when, host, path, bytes, tookMs, withArchive, form, newsmill, signedBy, counts } = backup;
  const facts = [
    [say('Place'), `${host}:${path}`],
    [say('Size'), formatBytes(bytes)],
    [say('Raw pages'), say(withArchive ? 'in it' : 'left out')],
    [say('Made by'), `newsmill ${newsmill}, ${form}`],
    [say('Signed by'), signedBy],
  ] as const;
  return (
    <li>
      <h3>
        <Moment time={Date.parse(when)} now={now} />
      </h3>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>{say('It took')}</dt>
          <dd>
            <LengthOfTime ms={tookMs} />
          </dd>
        </div>
        {parts.map(({ kind, title }) =>
          counts[kind] === undefined ? null : (
            <div>
              <dt>{say(title)}</dt>
              <dd>{formatNumber(counts[kind])}</dd>
            </div>
          ),
        )}
      </dl>
    </li>
  );
}

function State({ backups, now }: { readonly backups: readonly BackupReceipt[]; readonly now: number }) {
  const [newest] = backups;
  if (newest === undefined) return <Badge tone="bad">{say('no backup is known')}</Badge>;
  return now - Date.parse(newest.when) > oldBackupMs ? (
    <Badge tone="bad">{say('old')}</Badge>
  ) : (
    <Badge tone="good">{say('fresh')}</Badge>
  );
}

/** When the last backup was made, what is in it, and how another is made. */
export function renderBackup({ backups }: BackupView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Backup')}</h1>
        {backups === undefined ? null : <State backups={backups} now={frame.now} />}
      </div>
      <p class="lead">
        {say(
          'A backup is one signed file with everything of this mill, which restores into any form. It is told as old after eight days.',
        )}
      </p>
      <section class="part" aria-labelledby="make">
        <h2 id="make">{say('Make one')}</h2>
        <p>
          {say(
            'On the machine of the mill, which may run meanwhile. No page starts it: the file holds keys, must not lie beside what it saves, and must reach the disk of your backups.',
          )}
        </p>
        <Command text="./newsmill backup mill.backup" />
        <p>{say('Prove one, and see what is in it; nothing is changed:')}</p>
        <Command text="./newsmill restore mill.backup --check" />
      </section>
      <section class="part" aria-labelledby="made">
        <h2 id="made">{say('Made in the last 90 days')}</h2>
        {backups === undefined ? (
          <LogInFirst here={frame.here} scope="admin" />
        ) : backups.length === 0 ? (
          <p class="quiet">{say('No backup is known. Those of before this version are not, either.')}</p>
        ) : (
          <ul class="rows">
            {backups.map((backup) => (
              <Receipt backup={backup} now={frame.now} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
  return renderPage({ frame, title: say('Backup'), place: 'none', body });
}
