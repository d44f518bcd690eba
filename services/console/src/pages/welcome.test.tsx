import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { WelcomeView } from '../views.ts';
import { Welcome } from './welcome.tsx';

const example = { url: 'https://paper.example/a?b=c', place: 'Port "Alder"' };
const told = (view: WelcomeView | undefined) =>
  renderToString(<Welcome view={view} frame={{ here: '/?q=', demonstration: false }} />);

describe('the first steps', () => {
  it('lead to the pages themselves, with an example in their forms', () => {
    const links = [
      ...told({ hasSource: false, hasAlert: false, canWrite: true, example }).matchAll(
        /<h3><a href="(.*?)">/g,
      ),
    ].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(links).toEqual([
      '/preview?url=https%3A%2F%2Fpaper.example%2Fa%3Fb%3Dc',
      '/preview',
      '/?q=place%3A%22Port+Alder%22',
      '/alerts?name=Port+%22Alder%22&q=place%3A%22Port+Alder%22',
    ]);
  });
  it('say what is done, and how who has no key gets one', () => {
    const page = told({ hasSource: true, hasAlert: false, canWrite: false, example: undefined });
    expect(page.match(/step-done/g)).toHaveLength(1);
    expect(page).toContain('Add a source</a> <span class="step-done">');
    expect(page).toContain('admin.key');
    expect(page).toContain('href="/login?next=%2F%3Fq%3D"');
    expect(told({ hasSource: false, hasAlert: false, canWrite: true })).not.toContain('admin.key');
  });
  it('are nothing once they are done or put away', () => {
    expect(told(undefined)).toBe('');
  });
});
