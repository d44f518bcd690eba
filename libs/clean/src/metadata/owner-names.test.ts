import { describe, expect, it } from '@jest/globals';
import { shippedModels } from '../models.ts';
import { viewPage } from '../view-page.ts';
import { copyrightOwner, siteOwner } from './owner-names.ts';

const view = (head: string, footer = '') =>
  viewPage(
    `<html><head>${head}</head><body><main><h1>On the tides</h1><p>The tide turned at six, and the boats came home one by one, as they had for a hundred years.</p></main><footer>${footer}</footer></body></html>`,
    'https://adamoss.example/tides',
    shippedModels().body,
  );

describe('names of owners', () => {
  it('finds the person that a site is called by', () => {
    expect(siteOwner(view('<meta property="og:site_name" content="Ada Moss">'))).toBe('Ada Moss');
    expect(siteOwner(view('<title>On the tides | Ada Moss</title>'))).toBe('Ada Moss');
    expect(siteOwner(view('<title>On the tides - Northgate Ledger</title>'))).toBeUndefined();
    expect(siteOwner(view(''))).toBeUndefined();
  });

  it('finds the person whom the copyright names', () => {
    for (const line of [
      '© 2026 Ada Moss. All rights reserved.',
      '(c) Ada Moss • Impressum',
      'Copyright 2006-2026 by Ada Moss',
    ])
      expect([line, copyrightOwner(view('', `<p>${line}</p>`))?.name]).toEqual([line, 'Ada Moss']);
    expect(copyrightOwner(view('', '<p>© 2026 Northgate Ledger Ltd.</p>'))).toBeUndefined();
  });
});
