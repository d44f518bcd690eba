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

  it.each([
    ['the holder of the copyright', 'Morska Polska', { copyright: 'Copyright © 1995-2026 Morska Polska' }],
    [
      'a section of the address',
      'Politik Ausland',
      { url: 'https://kurier.example/politik/ausland/article1.html' },
    ],
    ['an account of the system', 'h4x10', {}],
  ])('takes %s for nobody who writes', (_, credit, known) => {
    expect(peopleAmong([credit, 'Авдотья Мохова'], { ...owner, ...known })).toEqual(['Авдотья Мохова']);
  });

  it('keeps people who own their site, and whose name a folder has in part', () => {
    const known = { copyright: '© 2026 Ada Moss, 王小明', url: 'https://moss.example/moss/2026/story.html' };
    expect(peopleAmong(['Ada Moss', '王小明', 'Авдотья Мохова'], { ...owner, ...known })).toEqual([
      'Ada Moss',
      '王小明',
      'Авдотья Мохова',
    ]);
  });

  it('stays quick on long names', () => {
    const before = process.cpuUsage();
    people('a '.repeat(50_000), '('.repeat(100_000), ' '.repeat(100_000), ','.repeat(100_000));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
