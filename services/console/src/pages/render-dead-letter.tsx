import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { Command } from '../pieces/command.tsx';
import { deadAddress } from '../pieces/dead-address.ts';
import { formatBytes, formatMoment } from '../pieces/format.ts';
import { HexView } from '../pieces/hex-view.tsx';
import { InEnglish } from '../pieces/in-english.tsx';
import { OutLink } from '../pieces/out-link.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { shellWord } from '../pieces/shell-word.ts';
import type { FrameView } from '../views.ts';
import { say } from '../words/say.ts';
import { DeadDeeds, LogInToAct, Trial } from './dead-forms.tsx';
import type { DeadLetterPage } from './dead-view.ts';
import { meaningOf } from './render-dead.tsx';

/** Bytes that are shown; the file has all. */
const shownBytes = 4_096;

function Faults({
  faults,
}: {
  readonly faults: readonly { readonly pointer: string; readonly detail: string }[];
}) {
  return (
    <ul class="faults">
      {faults.map(({ pointer, detail }) => (
        <li>
          <code>{pointer}</code> <InEnglish text={detail} />
        </li>
      ))}
    </ul>
  );
}

function Message({ letter }: Pick<DeadLetterPage, 'letter'>) {
  const { text, base64, bytes, id } = letter;
  const raw = text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text, 'utf8');
  return (
    <section aria-labelledby="message">
      <h2 id="message">{say('Message')}</h2>
      <p>
        <a href={`/dead/${encodeURIComponent(id)}/bytes`} download>
          {say('Download the exact bytes')}
        </a>{' '}
        <span class="quiet">{formatBytes(bytes)}</span>
      </p>
      {text === undefined || text === '' ? null : (
        <pre tabIndex={0} dir="ltr">
          {text}
        </pre>
      )}
      {bytes === 0 ? (
        <p class="quiet">{say('The message has no bytes.')}</p>
      ) : (
        <details open={text === undefined}>
          <summary>
            {bytes > shownBytes
              ? say('Bytes, the first {shown} of {bytes}', { shown: shownBytes, bytes })
              : say('Bytes')}
          </summary>
          <HexView bytes={raw} most={shownBytes} />
        </details>
      )}
    </section>
  );
}

function Editor({ view }: { readonly view: DeadLetterPage }) {
  const { letter, draft, draftFaults, mayEdit, token, here } = view;
  if (letter.editable === undefined) return null;
  return (
    <section class="apart-below" aria-labelledby="edit">
      <h2 id="edit">{say('Edit the message')}</h2>
      {mayEdit ? (
        <form class="stack wide-stack" action="/dead/edit" method="post">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="id" value={letter.id} />
          <input type="hidden" name="edition" value={letter.edition} />
          <label for="text">
            {letter.topic === 'newsmill.page.fetched'
              ? say('Facts of the page, as JSON; its bytes stay as they are')
              : say('The message, as JSON')}
          </label>
          <textarea
            id="text"
            name="text"
            rows={18}
            spellcheck={false}
            dir="ltr"
            aria-describedby="edit-result"
          >
            {`\n${draft ?? letter.editable}`}
          </textarea>
          <div id="edit-result" role="status">
            {draftFaults === undefined ? null : draftFaults.length === 0 ? (
              <p>{say('It fits its schema. Nothing was sent yet.')}</p>
            ) : (
              <>
                <p>{say('It does not fit its schema. Nothing was sent.')}</p>
                <Faults faults={draftFaults} />
              </>
            )}
          </div>
          <p class="quiet">
            {say('The edited message goes in the place of this letter. A receipt keeps what it was.')}
          </p>
          <p class="buttons">
            <button type="submit" name="do" value="check">
              {say('Check')}
            </button>{' '}
            <button type="submit" name="do" value="send">
              {say('Send it in its place')}
            </button>
          </p>
        </form>
      ) : (
        <LogInToAct here={here} scope="admin" />
      )}
    </section>
  );
}

function Deeds({ view }: { readonly view: DeadLetterPage }) {
  const { letter, mayAct, mayEdit, token, here } = view;
  if (!mayAct) return <LogInToAct here={here} scope="write" />;
  return (
    <form class="dead-form" action="/dead/try" method="post">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="id" value={letter.id} />
      <input type="hidden" name="which" value="chosen" />
      <input type="hidden" name="alone" value="1" />
      <DeadDeeds>
        {letter.topic === '' && letter.stage !== 'alert' && mayEdit ? (
          <label class="check">
            <input type="checkbox" name="ask" value="1" />{' '}
            {say('Trying requests the page, and keeps nothing')}
          </label>
        ) : null}
      </DeadDeeds>
    </form>
  );
}

/** One dead letter: what failed and why, the message as it was, and what can be done with it. */
export function renderDeadLetter(view: DeadLetterPage, frame: FrameView): string {
  const { letter, trials } = view;
  const facts = [
    [say('Stage'), letter.stage],
    [say('Topic'), letter.topic || say('none (a request of the fetch stage)')],
    [say('Tries'), String(letter.attempts)],
    [say('Item'), letter.item],
    [say('Failed'), formatMoment(letter.at)],
    [say('Size'), formatBytes(letter.bytes)],
  ] as const;
  const [trial] = trials?.trials ?? [];
  const body = (
    <>
      <p class="back">
        <a href="/dead">{say('All causes')}</a>
        {' · '}
        <a href={deadAddress({ group: letter.group }, { isList: true })}>
          {say('Letters of the same cause')}
        </a>
      </p>
      <div class="page-head">
        <h1>{say('Dead letter {id}', { id: letter.id })}</h1>
        <Badge tone="bad">{letter.reason}</Badge>
      </div>
      <ul class="dead-links">
        {letter.url === undefined ? null : (
          <>
            <li>
              <OutLink url={letter.url}>{letter.url}</OutLink>
            </li>
            <li>
              <a href={`/ledger?url=${encodeURIComponent(letter.url)}`}>{say('Ledger')}</a>
            </li>
          </>
        )}
        {letter.articleId === undefined ? null : (
          <li>
            <a href={`/articles/${encodeURIComponent(letter.articleId)}`}>{say('Article')}</a>
          </li>
        )}
        {letter.sourceId === undefined ? null : (
          <li>
            <a href={`/sources/${encodeURIComponent(letter.sourceId)}`}>
              {say('Source {source}', { source: letter.sourceId })}
            </a>
          </li>
        )}
      </ul>
      <p class="reason">
        <InEnglish text={meaningOf(letter.reason)} />
      </p>
      {letter.detail === '' ? null : (
        <pre class="detail">
          <InEnglish text={letter.detail} />
        </pre>
      )}
      {letter.faults.length === 0 ? null : (
        <section class="notice" aria-labelledby="faults">
          <h2 id="faults">{say('What its schema says against it')}</h2>
          <Faults faults={letter.faults} />
        </section>
      )}
      <ProblemNote text={view.problem} />
      {trial === undefined ? null : (
        <div class="notice" role="status">
          <Trial trial={trial} />
          <p class="quiet">{say('Nothing was written.')}</p>
        </div>
      )}
      <Deeds view={view} />
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
      <Message letter={letter} />
      <Editor view={view} />
      <h2>{say('Headers')}</h2>
      <dl class="facts">
        {Object.entries(letter.headers).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd class="wrap">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
  return renderPage({
    frame,
    title: say('Dead letter {id}', { id: letter.id }),
    place: '/dead',
    body,
  });
}
