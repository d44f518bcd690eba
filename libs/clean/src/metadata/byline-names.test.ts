import { describe, expect, it } from '@jest/globals';
import {
  bylineNames,
  easternNames,
  isCreditAlone,
  nameLikeness,
  namesAgency,
  namesJob,
  plainName,
} from './byline-names.ts';
import { beginsWithGivenName } from '@newsmill/text';

describe('bylineNames', () => {
  it.each<[string, string[]]>([
    ['By Ada Moss and Ben Lark', ['Ada Moss', 'Ben Lark']],
    ['ByAda Moss', ['Ada Moss']],
    ['By Da Zhigang', ['Da Zhigang']],
    ['Da Zhigang', ['Da Zhigang']],
    ['By Da Zhigang and Luigi Di Maio', ['Da Zhigang', 'Luigi Di Maio']],
    ['Di Marta Rossi', ['Marta Rossi']],
    ['By ADA MOSS FOR THE NORTHGATE LEDGER', ['ADA MOSS']],
    ['This post was written by Ada Moss', ['Ada Moss']],
    ['Posted by Konrad @ 12:00 am', ['Konrad']],
    ['Researched by Ada Moss + Ben Lark', ['Ada Moss', 'Ben Lark']],
    ['Ada Moss @adamoss', ['Ada Moss']],
    ['Ada Moss, Senior Writer | July 2, 2025', ['Ada Moss', 'Senior Writer']],
    ['Ada Moss Senior Staff Writer', ['Ada Moss']],
    ['Von Jens Tulpe in Berlin', ['Jens Tulpe']],
    ['Autorin: Uta Staschen, Projektleiterin', ['Uta Staschen', 'Projektleiterin']],
    ['Autoren Jelko Dürr und Jutta Klau', ['Jelko Dürr', 'Jutta Klau']],
    ['Redaktion: Eberhard Fuchs (Pressesprecher des Werks)', ['Eberhard Fuchs']],
    ['Gespeichert von rasol am 24. Juli 2017 - 18:55', ['rasol']],
    ['Interview: Julia Lauter', ['Julia Lauter']],
    ['Par Anne Dubois, avec Luc Morel', ['Anne Dubois', 'Luc Morel']],
    ['Por Ana Ríos y Luis Paz', ['Ana Ríos', 'Luis Paz']],
    ['Escrito por Ana Ríos', ['Ana Ríos']],
    ['a cura di Marta Rossi', ['Marta Rossi']],
    ['Door Jan van Dalen', ['Jan van Dalen']],
    ['Skrevet av Kari Nord', ['Kari Nord']],
    ['Text: Lena Ek', ['Lena Ek']],
    ['Autor: Jan Nowak', ['Jan Nowak']],
    ['Oleh Budi Santoso', ['Budi Santoso']],
    ['Yazan: Ayşe Demir', ['Ayşe Demir']],
    ['Автор: Анна Белова', ['Анна Белова']],
    ['بقلم ليلى حداد', ['ليلى حداد']],
    ['מאת דנה לוי', ['דנה לוי']],
    ['作者：李明', ['李明']],
    ['(责编：牛明、岳彬)', ['牛明', '岳彬']],
    ['05.02.2026 - Redaktion: Eberhard Fuchs (Pressesprecher des Werks)', ['Eberhard Fuchs']],
    ['2026-02-05 · Ada Moss', ['Ada Moss']],
    ['Ada Moss ⋅ Review Editor', ['Ada Moss', 'Review Editor']],
    ['Ada Moss 5 minute Read', ['Ada Moss']],
    ['Von Jens Tulpe Illustration von Uta Staschen', ['Jens Tulpe']],
    ['Von unserer Redakteurin Ada Moss', ['Ada Moss']],
    ['Door onze redacteur Ada Moss', ['Ada Moss']],
    ['dalla nostra inviata Marta Rossi', ['Marta Rossi']],
    ['Reportagem de Ana Rios', ['Ana Rios']],
    ['Text: Lena Ek Foto: Jon Vale', ['Lena Ek']],
    ['Teksti: Aino Salo, kuvat: Jon Vale', ['Aino Salo']],
    ['By Ada Moss | Photos by Ben Lark', ['Ada Moss']],
    ['Napísal Ján Novák', ['Ján Novák']],
    ['Piše: Ana Horvat', ['Ana Horvat']],
    ['Пише: Јован Петровић', ['Јован Петровић']],
    ['Avtor: Ana Novak', ['Ana Novak']],
    ['Автор: Олена Шевченко та Іван Коваль', ['Олена Шевченко', 'Іван Коваль']],
    ['লেখক: রহিম উদ্দিন', ['রহিম উদ্দিন']],
    ['Penulis Budi Santoso | Editor Sri Wahyuni', ['Budi Santoso']],
    ['文・田中太郎', ['田中太郎']],
    ['【田中太郎】', ['田中太郎']],
    ['記者李明／台北報導', ['李明']],
    ['글 홍길동', ['홍길동']],
    ['https://northgate.example/ada', []],
    // Boxes with nothing between them glue a time to a name.
    ['李明2019年04月13日 08時00分', ['李明']],
    ['홍길동2024년 5월 3일', ['홍길동']],
    ['Ada Moss2024-05-03', ['Ada Moss']],
    ['Uta Staschen03.05.2024, 14:30 Uhr', ['Uta Staschen']],
    ['Ada MossMay 3, 2024', ['Ada Moss']],
    ['Ada Moss3 hours ago', ['Ada Moss']],
    ['By ADA MOSS 10/ 5/11 09:19 PM ET', ['ADA MOSS']],
    // As Drupal writes it.
    ['Submitted by Ada Moss on Tue, 01/17/2012 - 07:59', ['Ada Moss']],
    ['Submitted by Ben del Toro on Friday, 3/2/2018 - 9:05pm', ['Ben del Toro']],
    ['Ben del Toro 3/2/2018', ['Ben del Toro']],
    // The small colon of Hong Kong papers.
    ['記者\ufe55王小明', ['王小明']],
    ['Publié par Anne Dubois le 3 mai 2024', ['Anne Dubois']],
    ['3 May 2024', []],
    ['Ausgabe 03/2024', []],
    ['rasol24', ['rasol24']],
    // Words in front that say who it is.
    ['文章作者：李明', ['李明']],
    ['ライター：田中太郎', ['田中太郎']],
    ['本报记者 李明', ['李明']],
    ['編譯 李明／綜合報導', ['李明']],
    ['〔記者李明／台北報導〕', ['李明']],
    ['작성자: 홍길동', ['홍길동']],
    ['Автор статьи: Анна Белова', ['Анна Белова']],
    ['Text und Fotos: Lena Ek', ['Lena Ek']],
    ['Texto y fotos: Ana Ríos', ['Ana Ríos']],
    // Pictures behind a name, papers behind a capital.
    ['文/李明 圖/王芳', ['李明']],
    ['글 홍길동 사진 김하나', ['홍길동']],
    ['Ada Moss and Ben Lark For The Ledger', ['Ada Moss', 'Ben Lark']],
    ['Home » Sports', []],
  ])('reads %j', (line, names) => {
    expect(bylineNames(line).names).toEqual(names);
  });

  it('tells credits for writing from credits for other work', () => {
    expect(bylineNames('By Ada Moss')).toMatchObject({ isCredited: true, isForOther: false });
    expect(bylineNames('Medically reviewed by Ada Moss')).toMatchObject({
      isCredited: false,
      isForOther: true,
    });
    expect(bylineNames('Photo: Ben Lark')).toMatchObject({ isCredited: false, isForOther: true });
    expect(bylineNames('翻訳者 田中 花子')).toMatchObject({ isCredited: false, isForOther: true });
    expect(bylineNames('Перевод: Анна Белова')).toMatchObject({ isCredited: false, isForOther: true });
    expect(bylineNames('Ada Moss')).toMatchObject({ isCredited: false, isForOther: false });
    expect(bylineNames('از بندر عباس')).toMatchObject({ isCredited: false });
  });

  it.each<[string, boolean]>([
    ['By', true],
    ['Written by', true],
    ['Geschrieben von:', true],
    ['Écrit par', true],
    ['Autorin', true],
    ['Автор:', true],
    ['執筆者', true],
    ['Authors', false],
    ['Autoren', false],
    ['By the harbour', false],
    ['Interview', false],
  ])('says whether %j is a credit without a name', (text, expected) => {
    expect(isCreditAlone(text)).toBe(expected);
  });

  it('finds the names that a line of Chinese or Korean credits', () => {
    expect(easternNames('2026年4月21日 记者 周雨澄 报道')).toEqual([{ name: '周雨澄', isForOther: false }]);
    expect(easternNames('서다온 기자 2026.05.06')).toEqual([{ name: '서다온', isForOther: false }]);
    expect(easternNames('[사진=나루타임스 한결 기자]')).toEqual([{ name: '한결', isForOther: true }]);
    const writers = (line: string): string[] => easternNames(line).map(({ name }) => name);
    expect(writers('本报记者 李明 王芳 北京报道')).toEqual(['李明', '王芳']);
    expect(writers('本报记者 李明 北京 上海')).toEqual(['李明']);
    expect(writers('田中太郎 記者')).toEqual(['田中太郎']);
    expect(writers('現地記者が見た')).toEqual([]);
    expect(writers('（中央社記者林美玲高雄3日電）市府今天')).toEqual(['林美玲']);
    expect(writers('（記者陳立華盛頓3日電）')).toEqual(['陳立']);
    expect(writers('【本報記者陳立台中報導】')).toEqual(['陳立']);
    expect(writers('記者會台北市政府21日電')).toEqual([]);
    expect(writers('重庆1月17日电 (王芳)重庆市')).toEqual(['王芳']);
    expect(writers('北京3日电（记者 李明 王芳）')).toEqual(['李明', '王芳']);
    expect(writers('北京3日电（综合）记者')).toEqual([]);
    expect(writers('晨報【李明／台北報導】')).toEqual(['李明']);
    expect(writers('2026-05-03 王芳/綜合報導')).toEqual(['王芳']);
    expect(writers('本報台北報導')).toEqual([]);
    expect(easternNames('Da Zhigang, reporter')).toEqual([]);
  });

  it('keeps initials and suffixes of names', () => {
    expect(plainName('John Smith Jr.')).toBe('John Smith Jr.');
    expect(plainName('John A.')).toBe('John A.');
    expect(plainName('Ada Moss.')).toBe('Ada Moss');
  });

  it('answers hostile lines at once', () => {
    const begin = process.cpuUsage().user;
    for (const line of [
      `By ${'a '.repeat(140)}`,
      '('.repeat(290),
      `${'written '.repeat(36)}`,
      `Ada ${'- '.repeat(140)}`,
      '@'.repeat(299),
    ])
      bylineNames(line);
    expect(process.cpuUsage().user - begin).toBeLessThan(500_000);
  });
});

describe('what a name looks like', () => {
  it.each<[string, number]>([
    ['Ada Moss', 2],
    ['Ludwig van Berg', 2],
    ['Ada', 1],
    ['李明', 2],
    ['Read more', 0],
    ['Senior Writer', 0],
    ['about 5 minutes', 0],
    ['was seen', 0],
  ])('takes %j for %i', (text, likeness) => {
    expect(nameLikeness(text)).toBe(likeness);
  });

  it('knows agencies and jobs', () => {
    expect(namesAgency('dpa/lno')).toBe(true);
    expect(namesAgency('Agence France-Presse')).toBe(true);
    expect(namesAgency('Apa Nui')).toBe(true);
    expect(namesAgency('Apate Moss')).toBe(false);
    expect(namesJob('Marketing Director')).toBe(true);
    expect(namesJob('Ada Moss')).toBe(false);
  });
});

describe('beginsWithGivenName', () => {
  it.each<[string, boolean]>([
    ['Anna Moss', true],
    ['José Paz', true],
    ['MARTIN LARK', true],
    ['Privacy Policy', false],
    ['', false],
  ])('says of %j: %s', (text, expected) => {
    expect(beginsWithGivenName(text)).toBe(expected);
  });
});
