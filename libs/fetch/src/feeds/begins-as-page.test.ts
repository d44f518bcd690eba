import { describe, expect, it } from '@jest/globals';
import { beginsAsPage } from './begins-as-page.ts';

describe('beginsAsPage', () => {
  it.each([
    '<!DOCTYPE html><p>',
    '\n <html lang="de">',
    '<!-- a --> <!----><!doctype html>',
    `<!--${'x'.repeat(2_000)}--><html>`,
  ])('takes %j for a page', (text) => {
    expect(beginsAsPage(text)).toBe(true);
  });

  it.each([
    '',
    '<?xml version="1.0"?><rss>',
    '<!-- a <html>',
    '<!-- a --><rss>',
    'text <html>',
    `<!--${'x'.repeat(2_001)}--><html>`,
  ])('takes %j for none', (text) => {
    expect(beginsAsPage(text)).toBe(false);
  });

  it('reads any number of comments once', () => {
    expect(beginsAsPage(`${'<!---->'.repeat(100_000)}<rss>`)).toBe(false);
    expect(beginsAsPage(`${'<!---->\n'.repeat(100_000)}<html>`)).toBe(true);
  });
});
