import { describe, expect, it } from '@jest/globals';
import { peopleAmong } from './people-among.ts';

const owner = { publisher: 'The Harbour Courier', host: 'harbourcourier' };
const people = (...credits: string[]): string[] => peopleAmong(credits, owner);

describe('peopleAmong', () => {
  it.each([
    'The Harbour Courier',
    'Harbour Courier Sport',
    'Reuters',
    'Agence France-Presse',
    'News Desk',
    'Express News Service',
    'Staff Writer',
    'La rédaction',
    'Redação Norte',
    'Newsroom',
    'Norder Zeitung',
    '港口新聞',
    '灯台放送',
    '항구일보',
    '灯台新聞デジタル',
    '王小明攝',
    'RDN',
    'CEPF®',
  ])('takes %s for nobody who writes', (credit) => {
    expect(people(credit)).toEqual([]);
    expect(people('Ada Moss', credit)).toEqual(['Ada Moss']);
  });

  it.each([
    'Ada Moss',
    'Emily Post',
    'Peter Journal',
    'Ilse van der Media',
    'J.P. Lark',
    'amoss',
    '王小明',
    '김수연',
    'Авдотья Мохова',
  ])('keeps %s', (credit) => {
    expect(people(credit)).toEqual([credit]);
  });

  it('tells names from what stands around them', () => {
    expect(people('Ada Moss And Ben Lark')).toEqual(['Ada Moss', 'Ben Lark']);
    expect(people('Ada Moss MD', '王小明）', 'Ada Moss harbourcourier')).toEqual(['Ada Moss', '王小明']);
  });

  const copyright = 'Copyright © 1995-2026 Morska Polska';
  const url = 'https://kurier.example/politik/ausland/article1.html';
  const unseen = new Set(['Morska Polska', 'h4x10', 'Ada Moss']);

  it.each([
    ['the holder of the copyright', 'Morska Polska', { copyright, unseen }],
    ['an account of the system', 'h4x10', { unseen }],
    ['a section of the address', 'Politik Ausland', { url }],
    ['a section whose folder has no accents', 'Político', { url: 'https://a.example/politico/1' }],
    ['the domain of the page', 'nord.KURIER.example', { url }],
    ['a station by the name of its domain', 'NRT RADNICE', { url: 'https://www.nrt.example/a' }],
    ['how desks sign', 'red', { url }],
    ['the place of the report of an agency', 'MANILA', { isByAgency: true }],
  ])('takes %s for nobody who writes', (_, credit, known) => {
    expect(peopleAmong([credit, 'Авдотья Мохова'], { ...owner, ...known })).toEqual(['Авдотья Мохова']);
  });

  it('keeps whom readers see, people who own their site, and a name of which a folder is a part', () => {
    const names = ['Morska Polska', 'h4x10', 'Politik Moss', 'Kuriere Lark', 'MANILA'];
    expect(peopleAmong(names, { ...owner, copyright, url })).toEqual(names);
    expect(peopleAmong(['Ada Moss'], { ...owner, copyright: '© Ada Moss', unseen })).toEqual(['Ada Moss']);
  });

  it('stays quick on long names', () => {
    const before = process.cpuUsage();
    people('a '.repeat(50_000), '('.repeat(100_000), ' '.repeat(100_000), ','.repeat(100_000));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
