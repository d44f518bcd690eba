import { describe, expect, it } from '@jest/globals';
import { entityMethod, entitySpans } from './entity-spans.ts';

const found = (text: string, language: string): string[] =>
  entitySpans(text, language).map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`);

describe('entitySpans', () => {
  it('finds names in English', () => {
    expect(
      found('The chairman of Siemens, Peter Larsen, flew from Munich to Nigeria on Monday.', 'en'),
    ).toEqual(['Siemens/ORG', 'Peter Larsen/PER', 'Munich/LOC', 'Nigeria/LOC']);
  });
  it('takes neither articles nor possessives nor days nor peoples for parts of names', () => {
    expect(found("On Tuesday the French said that Germany's Social Democrats would wait.", 'en')).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Tuesday|French|'s/)]),
    );
  });
  it('gives offsets in rising order that do not overlap', () => {
    const spans = entitySpans('😀 Anna Larsen of Oslo met Bob Stone of the World Bank in Lima, Peru.', 'en');
    spans.forEach((span, index) => expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0));
    expect(spans.length).toBeGreaterThan(3);
  });
  it.each([
    [
      'es',
      'El presidente Pedro Sánchez viajó a Londres para reunirse con la Comisión Europea y el Banco Santander.',
      ['Pedro Sánchez/PER', 'Londres/LOC', 'Comisión Europea/ORG', 'Banco Santander/ORG'],
    ],
    [
      'fr',
      'Le président Emmanuel Roche a rencontré les Nations unies à Moscou. Le Royaume-Uni attend.',
      ['Emmanuel Roche/PER', 'Nations unies/ORG', 'Moscou/LOC', 'Royaume-Uni/LOC'],
    ],
    [
      'de',
      'Die Siemens AG baut ein Werk in München, sagte Anna Schmidt der Weltbank.',
      ['Siemens AG/ORG', 'München/LOC', 'Anna Schmidt/PER', 'Weltbank/ORG'],
    ],
    [
      'ru',
      'Министр Сергей Павлов выступил в Казани. Газпром подписал договор с Китаем.',
      ['Сергей Павлов/PER', 'Казани/LOC', 'Газпром/ORG', 'Китаем/LOC'],
    ],
    [
      'ar',
      'قال الرئيس عبد الفتاح في القاهرة إن الأمم المتحدة سترسل وفدا إلى باريس وبغداد.',
      ['عبد الفتاح/PER', 'القاهرة/LOC', 'الأمم المتحدة/ORG', 'باريس/LOC', 'بغداد/LOC'],
    ],
    [
      'zh',
      '国家主席习近平在北京会见了法国代表。世界卫生组织表示欢迎。',
      ['习近平/PER', '北京/LOC', '法国/LOC', '世界卫生组织/ORG'],
    ],
    [
      'ja',
      '山田首相は東京で国連の代表と会談した。トヨタ自動車はドイツに工場を建てる。',
      ['山田/PER', '東京/LOC', '国連/ORG', 'トヨタ自動車/ORG', 'ドイツ/LOC'],
    ],
    [
      'ko',
      '김민수 의원은 서울에서 유엔 대표를 만났다. 삼성전자는 베트남에 공장을 짓는다.',
      ['김민수/PER', '서울/LOC', '유엔/ORG', '삼성전자/ORG', '베트남/LOC'],
    ],
  ])('finds names by gazetteers in %s, never surer than 0.6', (language, text, names) => {
    expect(found(text, language)).toEqual(names);
    expect(Math.max(...entitySpans(text, language).map(({ confidence }) => confidence))).toBeLessThanOrEqual(
      0.6,
    );
  });
  it('says by which method a language is read', () => {
    expect([entityMethod('en-GB'), entityMethod('de')]).toEqual(['crf/1', 'gazetteer/1']);
  });
});
