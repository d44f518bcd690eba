import type { DamageFound, DatabaseFile, IntegrityView, VerificationView } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Badge, type Tone } from '../pieces/badge.tsx';
import { Command } from '../pieces/command.tsx';
import { formatBytes, formatNumber } from '../pieces/format.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { Moment } from '../pieces/moment.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, IntegrityPageView } from '../views.ts';
import { say, word } from '../words/say.ts';

type State = VerificationView['state'];

const states: Readonly<Record<State, { readonly tone: Tone; readonly words: string }>> = {
  asked: { tone: 'warn', words: word('waiting') },
  running: { tone: 'warn', words: word('running') },
  done: { tone: 'good', words: word('done') },
  stopped: { tone: 'plain', words: word('stopped') },
  failed: { tone: 'bad', words: word('failed') },
  interrupted: { tone: 'bad', words: word('interrupted') },
};

/** What can be wrong with a record of the archive, as the archive words it. */
const faults: Readonly<Record<string, string>> = {
  'its payload is not what its digest says': word('Its page is not what its checksum says.'),
  'its head is not what its digest says': word('Its head is not what its checksum says.'),
  'the head of its answer is gone': word('The head of its answer is gone.'),
  'these bytes are no record': word('These bytes are no record.'),
  'its file ends before it does': word('Its file ends before it does.'),
  'its file is gone, and was not pruned': word('Its file is gone, and was not pruned.'),
  'the record does not say how long it is': word('It does not say how long it is.'),
  'the record says that it is longer than it is': word('It says that it is longer than it is.'),
  'more bytes follow than the record says': word('More bytes follow than it says.'),
};

/** What to do about a file of SQLite that is damaged. */
function remedyOf(file: string): string {
  return file === 'library.db'
    ? say(
        'It is set aside and rebuilt from the archive: at the next search that meets the damage, at the next daily look, or when the mill is started again.',
      )
    : say('Stop the mill, then bring over what can be read of it, or restore a backup.');
}

const brokenOf = (files: readonly DatabaseFile[]): readonly DatabaseFile[] =>
  files.filter(({ problem }) => problem !== undefined);

/** Files of SQLite that are damaged, as the newest look at each says. */
function brokenFiles({ databases, verification }: IntegrityView): readonly DatabaseFile[] {
  const looks = [
    { at: databases?.at ?? 0, files: databases?.files ?? [] },
    { at: verification?.updatedAt ?? 0, files: verification?.databases ?? [] },
  ].toSorted((a, b) => a.at - b.at);
  const newest = new Map(looks.flatMap(({ files }) => files.map((file) => [file.file, file] as const)));
  return brokenOf([...newest.values()]);
}

function File({ file }: { readonly file: DatabaseFile }) {
  return (
    <li>
      <h3>
        <code dir="ltr">{file.file}</code>
      </h3>
      <p class="detail">
        <bdi lang="en">{file.problem}</bdi>
      </p>
      <p>{remedyOf(file.file)}</p>
      {file.file === 'library.db' ? null : (
        <>
          <Command text="./newsmill recover" />
          <Command text="./newsmill restore mill.backup" />
        </>
      )}
    </li>
  );
}

function Damage({ record, now }: { readonly record: DamageFound; readonly now: number }) {
  const { file, offset, length, problem, url, foundAt } = record;
  const fault = faults[problem];
  return (
    <li>
      <h3>
        {url === undefined ? (
          say('A page whose address cannot be read')
        ) : (
          <a href={`/ledger?${new URLSearchParams({ url }).toString()}`}>
            <bdi>{url}</bdi>
          </a>
        )}
      </h3>
      <p>{fault === undefined ? <InEnglish text={problem} /> : say(fault)}</p>
      <p class="quiet">
        <code dir="ltr">
          {file}:{offset}
        </code>
        {`, ${formatBytes(length)}, `}
        <Moment time={foundAt} now={now} />
      </p>
    </li>
  );
}

function Findings({
  integrity: { damage },
  broken,
  now,
}: {
  readonly integrity: IntegrityView;
  readonly broken: readonly DatabaseFile[];
  readonly now: number;
}) {
  return (
    <section class="part" aria-labelledby="damaged">
      <h2 id="damaged">{say('What is damaged')}</h2>
      {broken.length === 0 ? null : (
        <ul class="rows">
          {broken.map((file) => (
            <File file={file} />
          ))}
        </ul>
      )}
      {damage.total === 0 ? null : (
        <>
          <p>
            {say(
              '{count:# page of the archive is|# pages of the archive are} damaged. Their articles stay as they are. A verification that mends takes these pages out of the archive and asks their publishers for them again; which page lies where an address cannot be read, the library knows then.',
              { count: damage.total },
            )}
          </p>
          <ul class="rows">
            {damage.records.map((record) => (
              <Damage record={record} now={now} />
            ))}
          </ul>
          {damage.total > damage.records.length ? (
            <p class="quiet">
              {say('{count:# more is|# more are} not shown.', {
                count: damage.total - damage.records.length,
              })}
            </p>
          ) : null}
        </>
      )}
      {broken.length + damage.total === 0 ? <p class="quiet">{say('No damage is known.')}</p> : null}
    </section>
  );
}

interface FormProps {
  readonly view: IntegrityPageView;
  readonly here: string;
}

function StartForm({ view: { canStart, canMend, token, integrity }, here }: FormProps) {
  const state = integrity.verification?.state;
  if (!canStart) return <LogInFirst here={here} scope="write" />;
  if (state === 'asked' || state === 'running')
    return (
      <form class="inline" action="/integrity/stop" method="post">
        <input type="hidden" name="token" value={token} />
        <button type="submit">{say('Stop')}</button> <a href="/integrity">{say('Look again')}</a>
      </form>
    );
  return (
    <form class="stack" action="/integrity/start" method="post">
      <input type="hidden" name="token" value={token} />
      {canMend ? (
        <p>
          <label class="check">
            <input type="checkbox" name="mend" value="1" />{' '}
            {say('Mend: take damaged pages out of the archive and ask their publishers again')}
          </label>
        </p>
      ) : (
        <p class="quiet">{say('To mend what it finds needs the scope admin.')}</p>
      )}
      <button type="submit">{say('Verify now')}</button>
    </form>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function readFacts({ archive, databases, damaged, askedAgain }: VerificationView) {
  return [
    [
      say('Files of SQLite'),
      say('{whole} of {all} are whole', {
        whole: databases.length - brokenOf(databases).length,
        all: databases.length,
      }),
    ],
    [
      say('Files of the archive'),
      say('{read} of {all} are read, {bytes}', {
        read: archive.files,
        all: archive.filesThere,
        bytes: formatBytes(archive.bytes),
      }),
    ],
    [say('Records of the archive'), formatNumber(archive.records)],
    [say('Damaged'), formatNumber(damaged)],
    ...(askedAgain === undefined
      ? []
      : [[say('Asked for again'), say('{count:# page|# pages}', { count: askedAgain })] as const]),
  ] as const;
}

function Verification({
  verification,
  now,
}: {
  readonly verification: VerificationView;
  readonly now: number;
}) {
  const { state, mend, who, askedAt, updatedAt, host, stopper, problem, archive } = verification;
  const { tone, words } = states[state];
  return (
    <>
      <p>
        <Badge tone={tone}>{say(words)}</Badge>{' '}
        {say(mend ? 'with mending, asked for by {who}' : 'without mending, asked for by {who}', { who })}{' '}
        <Moment time={askedAt} now={now} />
        {host === undefined ? null : `; ${say('on {host}, last heard of', { host })} `}
        {host === undefined ? null : <Moment time={updatedAt} now={now} />}
        {stopper === undefined ? null : `; ${say('stopped by {who}', { who: stopper })}`}
      </p>
      {state === 'running' ? (
        <p>
          <progress max={Math.max(1, archive.bytesThere)} value={archive.bytes} aria-label={say('Progress')}>
            {formatBytes(archive.bytes)}
          </progress>{' '}
          {say('{done} of {all}', { done: formatBytes(archive.bytes), all: formatBytes(archive.bytesThere) })}
        </p>
      ) : null}
      {state === 'asked' ? (
        <p class="quiet">
          {say(
            'A process with the fetch service begins it within seconds. Where none runs, it waits: newsmill run --role fetch starts one.',
          )}
        </p>
      ) : (
        <Facts facts={readFacts(verification)} />
      )}
      {problem === undefined ? null : (
        <p class="detail">
          <bdi lang="en">{problem}</bdi>
        </p>
      )}
      {state === 'interrupted' ? (
        <p class="quiet">
          {say('Its process ended in the middle of it. What it found is kept; start another.')}
        </p>
      ) : null}
    </>
  );
}

/** What the mill looks at by itself, and what it found last. */
function OwnLooks({
  integrity: { archive, databases },
  now,
}: {
  readonly integrity: IntegrityView;
  readonly now: number;
}) {
  return (
    <section class="part" aria-labelledby="looks">
      <h2 id="looks">{say('What the mill looks at by itself')}</h2>
      <h3>{say('Archive')}</h3>
      <p>
        {say(
          'A part each day, every page once in the time of NEWSMILL_ARCHIVE_VERIFY, and each page whenever it is read.',
        )}
      </p>
      {archive === undefined ? (
        <p class="quiet">{say('No part has been read yet.')}</p>
      ) : (
        <p>
          <Moment time={archive.at} now={now} />
          {': '}
          {say('{whole} of {records} records in {files} of {all} files are whole ({bytes}, on {host}).', {
            whole: archive.whole,
            records: archive.records,
            files: archive.files,
            all: archive.filesThere,
            bytes: formatBytes(archive.bytes),
            host: archive.host,
          })}
        </p>
      )}
      <h3>{say('Files of SQLite')}</h3>
      <p>{say('At the start and once a day.')}</p>
      {databases === undefined ? (
        <p class="quiet">{say('No look is known; a mill over servers has none of these files.')}</p>
      ) : (
        <p>
          <Moment time={databases.at} now={now} />
          {': '}
          {say('{whole} of {all} are whole', {
            whole: databases.files.length - brokenOf(databases.files).length,
            all: databases.files.length,
          })}{' '}
          <bdi>({databases.files.map(({ file }) => file).join(', ')})</bdi>
        </p>
      )}
    </section>
  );
}

/** What is known of damage in what is kept, what was looked at, and the form that has all of it verified now. */
export function renderIntegrity(view: IntegrityPageView, frame: FrameView): string {
  const { integrity } = view;
  const broken = brokenFiles(integrity);
  const isWhole = broken.length + integrity.damage.total === 0;
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Integrity')}</h1>
        <Badge tone={isWhole ? 'good' : 'bad'}>{say(isWhole ? 'no damage known' : 'damaged')}</Badge>
      </div>
      <p class="lead">
        {say('Disks lose bits. What this mill keeps is compared with its checksums; this is what was found.')}
      </p>
      <ProblemNote text={view.problem} />
      <Findings integrity={integrity} broken={broken} now={frame.now} />
      <section class="part" aria-labelledby="verify">
        <h2 id="verify">{say('Verify all of it now')}</h2>
        <p>
          {say(
            'Every file of SQLite and every page of the archive is read once, while the mill works. It changes nothing unless it is to mend.',
          )}
        </p>
        {integrity.verification === undefined ? (
          <p class="quiet">{say('Nobody has asked for a verification yet.')}</p>
        ) : (
          <Verification verification={integrity.verification} now={frame.now} />
        )}
        <StartForm view={view} here={frame.here} />
        <p>{say('The same on the machine of the mill:')}</p>
        <Command text="./newsmill verify" />
      </section>
      <OwnLooks integrity={integrity} now={frame.now} />
    </>
  );
  return renderPage({ frame, title: say('Integrity'), place: 'none', body });
}
