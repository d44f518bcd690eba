import { renderPage } from '../frame.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { Mistake } from '../pieces/mistake.tsx';
import type { FrameView, SourceFileView } from '../views.ts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

function Mistakes({ file: { name, problems } }: { readonly file: NonNullable<SourceFileView['file']> }) {
  if (problems.length === 0) return null;
  return (
    <section class="problem" aria-labelledby="mistakes">
      <h2 id="mistakes">{say('{count:# mistake|# mistakes} in this file', { count: problems.length })}</h2>
      <ul class="mistakes">
        {problems.map((problem) => (
          <Mistake problem={{ ...problem, file: name }} />
        ))}
      </ul>
    </section>
  );
}

function MendForm({ view }: { readonly view: SourceFileView }) {
  const { file, name, draft, version, token } = view;
  if (file === undefined) return null;
  return (
    <form class="stack" action="/source-files/mend" method="post">
      <label for="text">
        {say(
          'The text of the file. It is written when it has no mistakes; the mill takes it up within seconds.',
        )}
      </label>
      <textarea id="text" name="text" rows={20} spellcheck={false} dir="ltr">
        {draft ?? file.text}
      </textarea>
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="token" value={token} />
      <p>
        <button type="submit">{say('Check and write it')}</button>
      </p>
    </form>
  );
}

/** A source file as it lies in the folder, with its mistakes and the form that mends it; for admins. */
export function renderSourceFile(view: SourceFileView, frame: FrameView): string {
  const { file, name, written } = view;
  const body = (
    <>
      <div class="page-head">
        <h1 dir="ltr">{name}</h1>
        <p class="quiet">
          <a href="/sources">{say('All sources')}</a>
        </p>
      </div>
      <ProblemNote text={view.problem} />
      {written === undefined ? null : (
        <p class="found" role="status">
          <Sentence
            text="The file is written. <a>Go to the source {id}</a>"
            a={<a href={`/sources/${encodeURIComponent(written)}`} />}
            id={written}
          />
        </p>
      )}
      {file === undefined ? (
        <LogInFirst here={frame.here} scope="admin" />
      ) : (
        <>
          <Mistakes file={file} />
          <MendForm view={view} />
        </>
      )}
    </>
  );
  return renderPage({ frame, title: name, place: '/sources', body });
}
