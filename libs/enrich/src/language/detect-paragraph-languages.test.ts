import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.ts';
import { detectParagraphLanguages } from './detect-paragraph-languages.ts';

const english = {
  text: 'The council voted on Thursday to keep the old library open for another year, after two hundred readers had signed a letter.',
};
const german = {
  text: 'Der Stadtrat beschloss am Donnerstag, die alte Bibliothek noch ein Jahr lang offen zu halten, nachdem zweihundert Leser einen Brief unterschrieben hatten.',
};
const russian = { text: 'Городской совет решил оставить старую библиотеку открытой ещё на один год.' };
const short = { text: 'Foto: Hans Meier' };

describe('detectParagraphLanguages', () => {
  it('tells the language of each paragraph that is long enough to say', () => {
    const found = detectParagraphLanguages([english, german, short, russian], 'en');
    expect(found.map(({ block, tag }) => [block, tag])).toEqual([
      [0, 'en'],
      [1, 'de'],
      [3, 'ru'],
    ]);
    expect(found.every(({ confidence }) => confidence > 0.9)).toBe(true);
  });
  it('does not take a near language for another within one article', () => {
    const norwegian = {
      text: 'Han sier at de ikke vet hva som skjer videre, men at alle er i god form og får hjelp.',
    };
    expect(detectParagraphLanguages([norwegian], 'da').every(({ tag }) => tag === 'da' || tag === 'nb')).toBe(
      true,
    );
    expect(detectParagraphLanguages([english], 'und')[0]?.tag).toBe('en');
  });
  it('says nothing of an article of short lines', () => {
    expect(detectParagraphLanguages([short], 'en')).toEqual([]);
  });
});

describe('near languages and hard texts', () => {
  it.each([
    ['nb', 'Regjeringen sier at den ikke vil endre reglene før etter valget, og at kommunene må vente.'],
    ['da', 'Regeringen siger, at den ikke vil ændre reglerne før efter valget, og at kommunerne må vente.'],
    [
      'sv',
      'Regeringen säger att den inte vill ändra reglerna förrän efter valet och att kommunerna måste vänta.',
    ],
    [
      'nn',
      'Regjeringa seier at ho ikkje vil endre reglane før etter valet, og at kommunane må vente. Eg veit ikkje kva dei gjer no.',
    ],
    [
      'hr',
      'Vlada je priopćila da neće mijenjati pravila prije izbora te da općine moraju pričekati do siječnja iduće godine.',
    ],
    ['sr', 'Влада је саопштила да неће мењати правила пре избора и да општине морају да сачекају.'],
    ['cs', 'Vláda oznámila, že pravidla před volbami měnit nebude a že obce musí počkat.'],
    ['sk', 'Vláda oznámila, že pravidlá pred voľbami meniť nebude a že obce musia počkať.'],
    [
      'es',
      'El Gobierno dijo que no cambiará las reglas antes de las elecciones y que los municipios deben esperar.',
    ],
    [
      'pt',
      'O governo disse que não vai mudar as regras antes das eleições e que os municípios têm de esperar.',
    ],
    [
      'ca',
      'El Govern va dir que no canviarà les regles abans de les eleccions i que els municipis han d’esperar.',
    ],
    [
      'id',
      'Pemerintah mengatakan bahwa aturan itu tidak akan diubah sebelum pemilihan umum karena waktunya terlalu singkat.',
    ],
    [
      'bg',
      'Правителството заяви, че няма да променя правилата преди изборите и че общините трябва да изчакат.',
    ],
    [
      'mk',
      'Владата соопшти дека нема да ги менува правилата пред изборите и дека општините мора да почекаат.',
    ],
    ['fa', 'دولت اعلام کرد که قوانین را پیش از انتخابات تغییر نخواهد داد و شهرداری‌ها باید منتظر بمانند.'],
    [
      'ur',
      'حکومت نے کہا ہے کہ وہ انتخابات سے پہلے قوانین میں تبدیلی نہیں کرے گی اور بلدیاتی اداروں کو انتظار کرنا ہوگا۔',
    ],
    ['hi', 'सरकार ने कहा है कि वह चुनाव से पहले नियम नहीं बदलेगी और नगर पालिकाओं को इंतजार करना होगा।'],
    ['mr', 'निवडणुकीपूर्वी नियम बदलणार नाही आणि नगरपालिकांना वाट पाहावी लागेल, असे सरकारने सांगितले आहे.'],
    [
      'tr',
      'Hükümet, kuralları seçimden önce değiştirmeyeceğini ve belediyelerin beklemesi gerektiğini söyledi.',
    ],
    [
      'vi',
      'Chính phủ cho biết sẽ không thay đổi các quy định trước cuộc bầu cử và các địa phương phải chờ đợi.',
    ],
    ['sw', 'Serikali imesema haitabadilisha sheria kabla ya uchaguzi na kwamba halmashauri lazima zisubiri.'],
  ])('finds %s', (tag, text) => {
    expect(detectLanguage(text).tag).toBe(tag);
  });
  it('is not misled by a foreign first line, addresses and code', () => {
    const article = `Read more on https://www.example.com/world/news and follow @example\n${german.text} ${german.text} ${german.text} ${german.text} ${german.text}`;
    expect(detectLanguage(article).tag).toBe('de');
    expect(detectLanguage(`${english.text} ${german.text.repeat(8)}`).tag).toBe('de');
  });
  it('tells simplified from traditional Chinese', () => {
    expect(detectLanguage('政府表示，选举之前不会改变这些规则，各地还要等待。').script).toBe('Hans');
    expect(detectLanguage('政府表示，選舉之前不會改變這些規則，各地還要等待。').script).toBe('Hant');
  });
  it('answers hostile texts at once', () => {
    const began = process.cpuUsage();
    for (const text of [
      '',
      ' ',
      '🙂'.repeat(300_000),
      'a'.repeat(1_000_000),
      'ab '.repeat(400_000),
      '<div>'.repeat(200_000),
      '漢'.repeat(1_000_000),
      '\ud800'.repeat(1_000),
      '1234567890'.repeat(100_000),
    ]) {
      const { tag, confidence } = detectLanguage(text);
      expect(tag).toMatch(/^[a-z]{2,3}$/);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(15_000);
    expect(detectLanguage('').tag).toBe('und');
  });
});
