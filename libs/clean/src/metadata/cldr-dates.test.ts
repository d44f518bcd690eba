import { describe, expect, it } from '@jest/globals';
import { findDate } from './find-date.ts';

// biome-ignore format: a table, read by its rows
const languages = [
  'en', 'en-GB', 'en-AU', 'en-IN', 'de', 'de-AT', 'fr', 'fr-CA', 'es', 'es-MX', 'it', 'pt', 'pt-PT', 'nl', 'sv', 'nb',
  'nn', 'da', 'fi', 'is', 'fo', 'et', 'lv', 'lt', 'pl', 'cs', 'sk', 'sl', 'hr', 'sr', 'sr-Latn', 'bs', 'mk', 'bg',
  'ro', 'hu', 'sq', 'el', 'ru', 'uk', 'be', 'tr', 'az', 'kk', 'uz', 'tk', 'ar-EG', 'ar-DZ', 'ar-SY', 'ar-AE',
  'he', 'hi', 'bn', 'as', 'ta', 'te', 'kn', 'ml', 'mr', 'gu', 'pa', 'ur', 'ne', 'si', 'id', 'ms', 'vi', 'fil', 'sw',
  'ha', 'am', 'so', 'zu', 'af', 'ka', 'hy', 'ca', 'gl', 'eu', 'ga', 'cy', 'mt', 'lb', 'my', 'km', 'lo', 'zh', 'zh-TW',
  'ja', 'ko', 'ug', 'ig',
];
const calendars = ['th', 'th-u-ca-gregory', 'fa', 'fa-AF', 'ps', 'ja-u-ca-japanese', 'zh-TW-u-ca-roc'];
const days = [...Array(12).keys()].flatMap((month) => [2, 13, 28].map((day) => Date.UTC(2026, month, day)));

describe('dates in the languages of the world, as CLDR writes them', () => {
  it.each([...languages, ...calendars])('are read in %s', (language) => {
    const unread = days.flatMap((moment) =>
      (['long', 'medium', 'full'] as const).flatMap((dateStyle) => {
        const text = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }).format(moment);
        const day = findDate(text)?.day;
        return day === new Date(moment).toISOString().slice(0, 10) ? [] : [`${text}: ${day ?? ''}`];
      }),
    );
    expect(unread).toEqual([]);
  });
});
