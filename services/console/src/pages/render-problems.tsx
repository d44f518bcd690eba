import { renderPage } from '../frame.tsx';
import type { FrameView, ProblemKindView } from '../views.ts';

/** What the codes of refusals mean, and what to do about them. */
export function renderProblems(problems: readonly ProblemKindView[], frame: FrameView): string {
  const [first] = problems;
  const title = problems.length === 1 && first !== undefined ? first.title : 'Problems';
  const body = (
    <>
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      <dl>
        {problems.map(({ code, status, title: name, remedy }) => (
          <>
            <dt id={code}>
              <code>{code}</code> ({status}) {problems.length === 1 ? null : name}
            </dt>
            <dd>{remedy}</dd>
          </>
        ))}
      </dl>
      {problems.length === 1 ? (
        <p>
          <a href="/problems">All problems</a>
        </p>
      ) : null}
    </>
  );
  return renderPage({ frame, title, place: 'none', body });
}
