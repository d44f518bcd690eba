import { describe, expect, it } from '@jest/globals';
import type { Evidence } from './evidence.ts';
import { isHeadline, readSection } from './section.ts';

const titles = ['Bakery: wins the prize of the county', 'Bakery: wins the prize of the county | Ledger'];
const evidence = (section: string): Evidence => ({
  metas: [{ name: 'article:section', content: section, node: 0 }],
  linked: [],
  title: titles[1] ?? '',
  articleBody: '',
  description: '',
  types: new Set(),
});
const section = (claim: string, breadcrumb: readonly string[] = []) =>
  readSection(evidence(claim), undefined, { titles, breadcrumb });

describe('readSection', () => {
  it('takes what the page says', () => {
    expect(section('Business')).toBe('Business');
    expect(section('Arts & Culture', ['Home', 'Books'])).toBe('Arts & Culture');
  });

  it('takes no address for a name, but the last part of it where nothing else is named', () => {
    expect(section('/news/val-de-marne-94/')).toBe('val de marne');
    expect(section('https://ledger.example/county-news')).toBe('county news');
    expect(section('https://ledger.example/county-news', ['Home', 'County'])).toBe('County');
    expect(section('https://ledger.example/')).toBeUndefined();
  });

  it('reads character references in structured data before it parts names', () => {
    const read = (object: Readonly<Record<string, unknown>>) =>
      readSection(evidence(''), object, { titles, breadcrumb: [] });
    expect(read({ articleSection: 'Actualit&eacute;' })).toBe('Actualité');
    expect(read({ articleSection: { name: 'Arts &amp; Culture' } })).toBe('Arts & Culture');
    expect(read({ articleSection: 'K&ouml;ln; Sport' })).toBe('Köln');
  });

  it('takes no headline for a place', () => {
    expect(section('', ['Home', 'Business', 'wins the prize of the county'])).toBeUndefined();
    expect(section('Bakery: wins the prize of the county', ['Business'])).toBe('Business');
    expect(isHeadline('County', titles)).toBe(false);
    expect(isHeadline('wins the prize of the county', titles)).toBe(true);
  });

  it('takes no clipped title for a place', () => {
    expect(section('', ['Home', 'Bakery: wins…'])).toBeUndefined();
    expect(section('Bakery: wi...', ['Home', 'Business'])).toBe('Business');
    expect(isHeadline('More news…', titles)).toBe(false);
    expect(isHeadline('…', titles)).toBe(false);
  });
});
