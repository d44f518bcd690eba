import { describe, expect, it } from '@jest/globals';
import type { Entity } from '@newsmill/contracts';
import { findKeyPhrases } from './find-key-phrases.ts';

const phrases = (
  language: string,
  title: string,
  text: string,
  named: Readonly<Record<string, Entity['kind']>>,
): string[] =>
  findKeyPhrases({
    title,
    text,
    language,
    names: Object.entries(named).map(([name, kind]) => ({ name, kind, aliases: [] })),
  }).map((phrase) => phrase.text);

describe('names of scripts that part no words', () => {
  it.each([
    ['zh', '莫潮生重开灯塔', '莫潮生昨日重开灯塔。市民向莫潮生致谢，灯塔很美。', '莫潮生'],
    ['zh', '欧阳湛谈灯塔', '馆长欧阳湛谈灯塔。欧阳湛和市民看灯塔。', '欧阳湛'],
    ['ja', '灯台を開く汐見潮', '汐見潮選手が灯台を開いた。汐見潮選手は灯台に住む。', '汐見潮'],
    [
      'ja',
      '灯台を買うアダ・リント',
      'アダ・リントが灯台を買った。アダ・リントは灯台に住む。',
      'アダ・リント',
    ],
  ])('are phrases, whole and without what stands beside them (%s: %s)', (language, title, text, person) => {
    const found = phrases(language, title, text, { [person]: 'person' });
    expect(found).toContain(person);
    const beside = found.filter((phrase) => phrase !== person);
    expect(beside.filter((phrase) => [...person].some((sign) => phrase.includes(sign)))).toEqual([]);
  });

  it('keep the body and not the office in front of somebody', () => {
    const text = '卡德灯塔公司主席莫潮生到港口。卡德灯塔公司主席莫潮生说灯塔很美。';
    const found = phrases('zh', '卡德灯塔公司重开灯塔', text, {
      卡德灯塔公司: 'organisation',
      莫潮生: 'person',
    });
    expect(found).toEqual(expect.arrayContaining(['卡德灯塔公司', '莫潮生']));
    expect(found.join(' ')).not.toContain('主席');
  });

  it('keep no office behind somebody in Japanese', () => {
    const text = '汐見灯台保存委員長が話した。汐見灯台保存委員長は港へ行く。';
    expect(phrases('ja', '汐見灯台保存委員長', text, { 汐見: 'person' })).toEqual(['汐見']);
  });

  it('tell nobody who reports alone', () => {
    const text = '记者莫潮生报道，灯塔重开。记者莫潮生看到灯塔很美。';
    expect(phrases('zh', '灯塔重开', text, { 莫潮生: 'person' })).not.toContain('莫潮生');
    const other = '记者莫潮生失踪。莫潮生在灯塔失踪，警方找莫潮生。';
    expect(phrases('zh', '记者莫潮生失踪', other, { 莫潮生: 'person' })).toContain('莫潮生');
    const korean = '등대가 열렸다. 모해윤 기자입니다. 등대는 푸르다. 모해윤 기자가 전한다.';
    expect(phrases('ko', '등대가 열렸다', korean, { 모해윤: 'person' })).not.toContain('모해윤');
    const japanese = '灯台が開いた。汐見潮記者が伝える。灯台は青い。汐見潮記者。';
    expect(phrases('ja', '灯台が開いた', japanese, { 汐見潮: 'person' })).not.toContain('汐見潮');
  });

  it('leave compounds of a place whole', () => {
    const text = '卡德港隊今天贏球。卡德港隊昨天也贏球。';
    expect(phrases('zh', '卡德港隊贏球', text, { 卡德港: 'place' }).join(' ')).toContain('卡德港隊');
  });
});
