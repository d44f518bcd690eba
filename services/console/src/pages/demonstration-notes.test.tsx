import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { inLanguage } from '../words/speaking.ts';
import { DemonstrationArticle, DemonstrationNote, DirtyPagesNote } from './demonstration-notes.tsx';

const removal = { pass: 'drop-hacked-line', text: 'Casino', why: 'spam' } as const;
const article = (tags: readonly string[]) => ({ id: 'a1', tags: [...tags], removals: [removal, removal] });

describe('the notes on the demonstration', () => {
  it('say nothing of other articles', () => {
    expect(renderToString(<DemonstrationArticle article={article(['local', 'dirty-pages'])} />)).toBe('');
    expect(renderToString(<DemonstrationNote isThere={false} />)).toBe('');
    expect(renderToString(<DirtyPagesNote isShown={false} />)).toBe('');
  });
  it('say of a clean article that it is invented', () => {
    const told = renderToString(<DemonstrationArticle article={article(['demonstration'])} />);
    expect(told).toContain('An invented article of the demonstration.');
  });
  it('say of a dirty page why it is there, what was taken away, and where that is seen', () => {
    const told = renderToString(<DemonstrationArticle article={article(['demonstration', 'dirty-pages'])} />);
    expect(told).toContain('dirty on purpose');
    expect(told).toContain('took away or repaired 2 pieces');
    expect(told).toContain('href="/articles/a1/original"');
    expect(told).toContain('href="#why"');
    expect(told).toContain('href="/?q=tag%3Adirty-pages"');
  });
  it('name the command that removes the demonstration, in every language', () => {
    for (const language of ['en', 'de', 'ar'] as const)
      expect(inLanguage(language, () => renderToString(<DemonstrationNote isThere={true} />))).toContain(
        '<code dir="ltr">npm start -- --no-demo</code>',
      );
  });
});
