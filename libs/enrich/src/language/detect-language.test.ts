import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    [
      'en',
      'The ferry company said on Monday that the last boat to the island would leave an hour earlier during the winter months.',
    ],
    [
      'de',
      'Die Fährgesellschaft teilte am Montag mit, dass das letzte Schiff zur Insel im Winter eine Stunde früher ablegen wird.',
    ],
    [
      'fr',
      'La compagnie de ferries a annoncé lundi que le dernier bateau pour l’île partirait une heure plus tôt pendant l’hiver.',
    ],
    ['zh', '渡轮公司星期一表示，冬季期间最后一班开往岛上的船将提前一小时出发。'],
    ['ja', '渡船会社は月曜日、冬の間は島へ向かう最終便の出発を一時間早めると発表した。'],
    ['ko', '여객선 회사는 월요일 겨울철에는 섬으로 가는 마지막 배가 한 시간 일찍 출발한다고 밝혔다.'],
    ['ar', 'قالت شركة العبّارات يوم الاثنين إن آخر قارب إلى الجزيرة سيغادر قبل ساعة خلال أشهر الشتاء.'],
    [
      'fa',
      'شرکت کشتیرانی روز دوشنبه گفت که آخرین قایق به جزیره در ماه‌های زمستان یک ساعت زودتر حرکت خواهد کرد.',
    ],
    ['he', 'חברת המעבורות הודיעה ביום שני כי הסירה האחרונה לאי תצא שעה מוקדם יותר בחודשי החורף.'],
    [
      'el',
      'Η εταιρεία ανακοίνωσε τη Δευτέρα ότι το τελευταίο πλοίο για το νησί θα αναχωρεί μία ώρα νωρίτερα.',
    ],
    [
      'ru',
      'Паромная компания сообщила в понедельник, что зимой последний корабль на остров будет отходить на час раньше.',
    ],
    [
      'uk',
      'Поромна компанія повідомила в понеділок, що взимку останній корабель на острів відходитиме на годину раніше.',
    ],
    [
      'id',
      'Perusahaan feri mengatakan pada hari Senin bahwa kapal terakhir ke pulau itu akan berangkat satu jam lebih awal karena musim dingin.',
    ],
    [
      'nb',
      'Fergeselskapet sa mandag at den siste båten til øya ikke vil gå etter klokken åtte, og at noen ruter blir borte.',
    ],
    ['th', 'บริษัทเรือข้ามฟากกล่าวเมื่อวันจันทร์ว่าเรือเที่ยวสุดท้ายไปเกาะจะออกเร็วขึ้นหนึ่งชั่วโมงในช่วงฤดูหนาว'],
  ])('finds %s without a claim', (tag, text) => {
    const found = detectLanguage(text);
    expect(found.tag).toBe(tag);
    expect(found.confidence).toBeGreaterThan(0.5);
  });
  it('does not believe a claim against the script', () => {
    expect(detectLanguage('여객선 회사는 월요일 밝혔다.', ['en']).tag).toBe('ko');
  });
  it('does not believe a claim against a clear text', () => {
    expect(
      detectLanguage(
        'Die Fährgesellschaft teilte am Montag mit, dass das letzte Schiff zur Insel im Winter früher ablegen wird.',
        ['en-US'],
      ).tag,
    ).toBe('de');
  });
  it('lets the claim decide where the text says nothing', () => {
    expect(detectLanguage('12:30 — 14:00', ['nl'])).toEqual({ tag: 'nl', confidence: 0.3, by: 'claim' });
    expect(detectLanguage('', []).tag).toBe('und');
  });
});
