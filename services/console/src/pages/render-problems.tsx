import { renderPage } from '../frame.tsx';
import type { FrameView, ProblemKindView } from '../views.ts';
import { say } from '../words/say.ts';
import { InEnglish } from '../pieces/in-english.tsx';

/** What the codes of refusals mean, and what to do about them. */
export function renderProblems(problems: readonly ProblemKindView[], frame: FrameView): string {
  const [first] = problems;
  const title = say(problems.length === 1 && first !== undefined ? first.title : 'Problems');
  const body = (
    <>
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      <dl>
        {problems.map(({ code, status, title: name, remedy }) => (
          <>
            <dt id={code}>
              <code>{code}</code> ({status}) {problems.length === 1 ? null : say(name)}
            </dt>
            <dd>
              <InEnglish text={remedy} />
            </dd>
          </>
        ))}
      </dl>
      {problems.length === 1 ? (
        <p>
          <a href="/problems">{say('All problems')}</a>
        </p>
      ) : null}
    </>
  );
  return renderPage({ frame, title, place: 'none', body });
}
