import type { Examination, Examined, PollNow, SourceTest, SourceView } from '@newsmill/operate';
import { Badge } from '../pieces/badge.tsx';
import { kindWords } from '../pieces/kind-words.ts';
import { Moment } from '../pieces/moment.tsx';
import { OutLink } from '../pieces/out-link.tsx';
import type { SourcesPageView } from '../views.ts';
import { sourcesAddress } from '../pieces/sources-address.ts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { InEnglish } from '../pieces/in-english.tsx';

/** English words with commands and names between backticks. */
function WithCode({ text }: { readonly text: string }) {
  return (
    <bdi lang="en">{text.split('`').map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part))}</bdi>
  );
}

/** What the keeper can do, and the line of the source file that does it. */
export function WhatNext({
  judged: { next, line },
}: {
  readonly judged: { readonly next?: string; readonly line?: string };
}) {
  if (next === undefined) return null;
  return (
    <p class="next">
      <strong>{say('What to do:')}</strong> <WithCode text={next} />
      {line === undefined ? null : (
        <>
          {' '}
          {say('The line:')} <code dir="ltr">{line}</code>
        </>
      )}
    </p>
  );
}

function SourceForm({
  action,
  source,
  token,
  name,
  label,
  isPage,
}: {
  readonly action: string;
  readonly source: string;
  readonly token: string;
  readonly name: string;
  readonly label: string;
  readonly isPage: boolean;
}) {
  return (
    <form class="inline" action={action} method="post">
      {isPage ? <input type="hidden" name="one" value="yes" /> : null}
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name="token" value={token} />
      <button type="submit" aria-label={`${label}: ${name}`}>
        {label}
      </button>
    </form>
  );
}

/** What a browser that is logged in can do with a source. */
export function SourceForms({
  source,
  view: { canPoll, canExamine, canSwitch, token, query },
  isPage = false,
}: {
  readonly source: Pick<SourceView, 'id' | 'name' | 'state' | 'brake' | 'today'>;
  readonly view: Pick<SourcesPageView, 'canPoll' | 'canExamine' | 'canSwitch' | 'token' | 'query'>;
  /** Whether the page of this source alone is shown again. */
  readonly isPage?: boolean;
}) {
  if (!canExamine) return null;
  const { id, name } = source;
  // What is done with a source of a page shows that page again.
  const form = (path: string, label: string) => (
    <SourceForm
      action={sourcesAddress(query, { page: query.page }, path)}
      isPage={isPage}
      source={id}
      token={token}
      name={name}
      label={label}
    />
  );
  return (
    <div class="source-forms">
      {canPoll && source.state !== 'off' ? form('/sources/poll', say('Poll now')) : null}
      {canPoll && source.brake !== undefined ? form('/sources/lift', say('Lift the brake')) : null}
      {canPoll && source.brake === undefined && source.today?.waitsUntil !== undefined
        ? form('/sources/lift', say('Lift its quotas for today'))
        : null}
      {canSwitch
        ? source.state === 'off'
          ? form('/sources/resume', say('Resume'))
          : form('/sources/pause', say('Pause'))
        : null}
      {form('/sources/examine', say('Find out why'))}
      {form('/sources/test', say('Run its tests'))}
    </div>
  );
}

function Address({ address: { kind, url, came, findings } }: { readonly address: Examined }) {
  return (
    <li>
      <p>
        <span class="kind">{kindWords(kind)}</span> <OutLink url={url}>{url}</OutLink>
      </p>
      <p>
        <InEnglish text={came} /> {findings.length === 0 ? say('Nothing is wrong with it.') : null}
      </p>
      {findings.map((finding) => (
        <>
          <p>
            <Badge tone="warn">{finding.fault}</Badge> <InEnglish text={finding.says} />
          </p>
          <WhatNext judged={finding} />
        </>
      ))}
    </li>
  );
}

/** What was found at a source that was asked just now. */
export function ExaminationNote({ examination }: { readonly examination: Examination | undefined }) {
  if (examination === undefined) return null;
  return (
    <section class="examination" aria-labelledby="examination">
      <h2 id="examination" dir="auto">
        {say('{name}: asked just now', examination)}
      </h2>
      <ul class="channels">
        {examination.examined.map((address) => (
          <Address address={address} />
        ))}
      </ul>
    </section>
  );
}

/** What came of the tests of a source that were run just now. */
export function TestedNote({ tested }: { readonly tested: SourceTest | undefined }) {
  if (tested === undefined) return null;
  const failed = tested.tests.filter(({ result }) => result !== 'same');
  return (
    <section class="examination" aria-labelledby="tested">
      <h2 id="tested" dir="auto">
        {say('{name}: tests', tested)}
      </h2>
      <p>
        {tested.tests.length === 0 ? (
          <Sentence
            text="The source has no tests. Record a page: {command}"
            command={<code dir="ltr">./newsmill sources record {tested.id} https://…</code>}
          />
        ) : (
          say('{tests:# test|# tests}, {failed} failed.', {
            tests: tested.tests.length,
            failed: failed.length,
          })
        )}
      </p>
      <ul class="channels">
        {failed.map(({ name, url, differences }) => (
          <li>
            <p>
              <code>{name}</code> {url === undefined ? null : <OutLink url={url}>{url}</OutLink>}
            </p>
            <pre dir="auto">{differences.join('\n')}</pre>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was made due just now. */
export function PolledNote({ polled, now }: { readonly polled: PollNow | undefined; readonly now: number }) {
  if (polled === undefined) return null;
  return (
    <section class="examination" aria-label={say('Polled')}>
      <ul>
        {polled.channels.map(({ url, waitsUntil }) => (
          <li>
            {waitsUntil === undefined ? (
              say('{url} is due now; the mill asks as soon as its host is free.', { url })
            ) : (
              <Sentence
                text="{url} is due now; its domain asked for a pause, so it is asked {time}."
                url={url}
                time={<Moment time={waitsUntil} now={now} />}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
