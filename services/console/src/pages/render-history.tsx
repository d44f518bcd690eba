import { editClasses, type EditClass } from '@newsmill/contracts';
import type { Comparison, HistoryVersion } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Badge, type Tone } from '../pieces/badge.tsx';
import { directionOf } from '../pieces/direction.ts';
import { formatMoment } from '../pieces/format.ts';
import { Moment } from '../pieces/moment.tsx';
import type { FrameView, HistoryView } from '../views.ts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { spokenLanguage } from '../words/speaking.ts';
import { ArticleWays } from './article-ways.tsx';

type SentencePair = Comparison['sentences'][number];
type Pieces = Comparison['title'];

const tones: Readonly<Partial<Record<EditClass, Tone>>> = { correction: 'warn', retraction: 'bad' };

/** What an edit changed, as words. */
export function EditClasses({ classes }: { readonly classes: readonly EditClass[] }) {
  return (
    <>
      {classes.map((name) => (
        <>
          <Badge tone={tones[name] ?? 'plain'} title={say(editClasses[name])}>
            {say(name)}
          </Badge>{' '}
        </>
      ))}
    </>
  );
}

/** One side of a reworded text: what is only on the other side is left out. */
function Side({ pieces, kind }: { readonly pieces: Pieces; readonly kind: 'removed' | 'added' }) {
  return (
    <>
      {pieces.map((piece) => {
        if (piece.kind === 'same') return piece.text;
        if (piece.kind !== kind) return null;
        return kind === 'removed' ? <del>{piece.text}</del> : <ins>{piece.text}</ins>;
      })}
    </>
  );
}

/** What stood there, beside what stands there now. */
function Row({ pieces, look = 'diff-row' }: { readonly pieces: Pieces; readonly look?: string }) {
  return (
    <div class={look}>
      <p class="diff-before" dir="auto">
        <Side pieces={pieces} kind="removed" />
      </p>
      <p class="diff-after" dir="auto">
        <Side pieces={pieces} kind="added" />
      </p>
    </div>
  );
}

/** Sentences that stand unchanged in a row; long rows are folded. */
function Unchanged({ texts }: { readonly texts: readonly string[] }) {
  const passage = <p dir="auto">{texts.join(' ')}</p>;
  if (texts.length <= 2) return <div class="diff-same">{passage}</div>;
  return (
    <details class="diff-same">
      <summary>{say('{count:# sentence|# sentences} unchanged', { count: texts.length })}</summary>
      {passage}
    </details>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly SentencePair[] }) {
  const parts: (Exclude<SentencePair, { readonly kind: 'same' }> | string[])[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (sentence.kind !== 'same') parts.push(sentence);
    else if (Array.isArray(last)) last.push(sentence.text);
    else parts.push([sentence.text]);
  }
  return (
    <>
      {parts.map((part) => {
        if (Array.isArray(part)) return <Unchanged texts={part} />;
        return <Row pieces={part.kind === 'changed' ? part.words : [part]} />;
      })}
    </>
  );
}

function Pair({ comparison, now }: { readonly comparison: Comparison; readonly now: number }) {
  const { from, to, classes, title, sentences } = comparison;
  const spoken = spokenLanguage();
  return (
    <section class="diff" aria-labelledby="diff" lang={to.language} dir={directionOf(to.language)}>
      <h2 id="diff" {...spoken}>
        {say('What changed')} <EditClasses classes={classes} />
      </h2>
      <div class="diff-row diff-head">
        <p {...spoken}>
          <Sentence
            text="Before: read so from {time}"
            time={<Moment time={Date.parse(from.from)} now={now} />}
          />
        </p>
        <p {...spoken}>
          <Sentence
            text="After: read so from {time}"
            time={<Moment time={Date.parse(to.from)} now={now} />}
          />
        </p>
      </div>
      <Row pieces={title} look="diff-row diff-title" />
      <Sentences sentences={sentences} />
    </section>
  );
}

function VersionChoice({
  name,
  label,
  versions,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly versions: readonly HistoryVersion[];
  readonly chosen: number;
}) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        {versions.map(({ version, from }) => (
          <option value={String(version)} selected={version === chosen}>
            {formatMoment(Date.parse(from))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The versions of an article, and what differs between two of them. */
export function renderHistory({ history, comparison }: HistoryView, frame: FrameView): string {
  const { id, versions } = history;
  const place = `/articles/${encodeURIComponent(id)}`;
  const title = versions.at(-1)?.title || say('No title');
  const body = (
    <>
      <div class="page-head">
        <h1 dir="auto" lang={comparison.to.language}>
          {title}
        </h1>
      </div>
      <ArticleWays article={{ id, count: versions.length }} here="versions" />
      <p class="lead">
        <Sentence
          text="{count:# version|# versions} of <a>this article</a>, as newsmill read its page."
          count={versions.length}
          a={<a href={place} />}
        />{' '}
        <a href={`/api/v1${place}/versions`}>JSON</a>
      </p>
      <ol class="versions">
        {versions.map((version) => (
          <li>
            <a
              href={`${place}/versions?to=${version.version}`}
              aria-current={version === comparison.to ? 'true' : undefined}
            >
              <Moment time={Date.parse(version.from)} now={frame.now} />
            </a>{' '}
            <EditClasses classes={version.classes} />
            <span class="versions-title" dir="auto" lang={version.language}>
              {version.title || say('No title')}
            </span>
          </li>
        ))}
      </ol>
      {versions.length < 2 ? (
        <p>{say('Its publisher has changed nothing of it since.')}</p>
      ) : (
        <>
          <form class="search-more" action={`${place}/versions`} method="get">
            <VersionChoice
              name="from"
              label={say('From')}
              versions={versions}
              chosen={comparison.from.version}
            />
            <VersionChoice name="to" label={say('To')} versions={versions} chosen={comparison.to.version} />
            <button type="submit">{say('Compare')}</button>
          </form>
          <Pair comparison={comparison} now={frame.now} />
        </>
      )}
    </>
  );
  return renderPage({ frame, title: say('Versions of {title}', { title }), place: 'none', body });
}
