import type { SourceProblem } from '@newsmill/operate';
import { InEnglish } from './in-english.tsx';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

/**
 * Where, which field, what is wrong, what was found, what is allowed, what was probably meant, and what it
 * means for the source, where that is known. `href`: where the file can be mended.
 */
export function Mistake({
  problem,
  href,
}: {
  readonly problem: Omit<SourceProblem, 'effect'> & Partial<Pick<SourceProblem, 'effect'>>;
  readonly href?: string | undefined;
}) {
  const { file, line, column, path, message, found, allowed, suggestion, effect } = problem;
  const place = (
    <code>
      {file}:{line}:{column}
    </code>
  );
  return (
    <li>
      {href === undefined ? place : <a href={href}>{place}</a>}{' '}
      {path === '' ? null : (
        <>
          <strong>{path}</strong>:{' '}
        </>
      )}
      <InEnglish text={message} />
      {found === undefined ? null : (
        <>
          {say('; ')}
          <Sentence text="found {value}" value={<code>{found}</code>} />
        </>
      )}
      {allowed === undefined ? null : (
        <>
          {say('; ')}
          <Sentence text="allowed: {values}" values={<InEnglish text={allowed} />} />
        </>
      )}
      {suggestion === undefined ? null : (
        <>
          {say('; ')}
          <Sentence text="did you mean {value}?" value={<code>{suggestion}</code>} />
        </>
      )}{' '}
      {effect === undefined ? null : (
        <span class="quiet">
          {say(effect === 'kept' ? 'The source stays as it was.' : 'The source is left out.')}
        </span>
      )}
    </li>
  );
}
