import { describe, expect, it } from '@jest/globals';
import { datePartsOf } from './date-labels.ts';
import { findDate } from './find-date.ts';

const first = '2026-03-04';
const last = '2026-03-06';

/** What a line says of its days: `published 2026-03-04`. */
function told(line: string): string[] {
  return datePartsOf(line, 'day-first').map(
    ({ text, label = 'plain' }) => `${label} ${findDate(text)?.day ?? 'none'}`,
  );
}

describe('datePartsOf', () => {
  it.each([
    'Published: March 4, 2026 | Updated: March 6, 2026',
    'Updated March 6, 2026 · First published March 4, 2026',
    'Published 4 Mar 2026, 10:20 GMT Last updated 6 Mar 2026',
    'Wed 4 Mar 2026 10.20 GMT Last modified on Fri 6 Mar 2026 11.00 GMT',
    'Veröffentlicht am 4. März 2026, aktualisiert am 6. März 2026',
    'Stand: 06.03.2026, 11:00 Uhr | Erstellt: 04.03.2026, 10:20 Uhr',
    '04.03.2026, 10:20 Uhr (zuletzt aktualisiert: 06.03.2026)',
    'Publié le 4 mars 2026 à 10h20 - Mis à jour le 6 mars 2026 à 11h00',
    'Publié le 04/03/2026 · Modifié le 06/03/2026',
    'Mis à jour le 06/03/2026, publié le 04/03/2026',
    'Publicado el 4 de marzo de 2026 | Actualizado el 6 de marzo de 2026',
    'Actualizado a 6 mar 2026 11:00 | Creada 4 mar 2026 10:20',
    '4 mar. 2026 Actualizado 6 mar. 2026',
    'Pubblicato il 4 marzo 2026 - Aggiornato il 6 marzo 2026',
    'Publicado em 04/03/2026 10h20 · Atualizado em 06/03/2026 11h00',
    'Gepubliceerd op 4 maart 2026 · Bijgewerkt op 6 maart 2026',
    'Publicerad 4 mars 2026 Uppdaterad 6 mars 2026',
    'Publisert 4. mars 2026 Oppdatert 6. mars 2026',
    'Offentliggjort 4. marts 2026 Opdateret 6. marts 2026',
    'Julkaistu 4.3.2026 Päivitetty 6.3.2026',
    'Opublikowano: 4 marca 2026, aktualizacja: 6 marca 2026',
    'Data publikacji: 04.03.2026, ostatnia aktualizacja 06.03.2026',
    'Publikováno: 4. března 2026, aktualizováno 6. března 2026',
    '4. marca 2026, aktualizované 6. marca 2026',
    'Megjelent: 2026. március 4. Frissítve: 2026. március 6.',
    'Publicat: 4 martie 2026 Actualizat: 6 martie 2026',
    'Objavljeno: 4. ožujka 2026. Ažurirano: 6. ožujka 2026.',
    'Објављено: 04.03.2026. Ажурирано: 06.03.2026.',
    'Публикувана на 4 март 2026, обновена на 6 март 2026',
    'Опубликовано 4 марта 2026, обновлено 6 марта 2026',
    '4 марта 2026 10:20 (обновлено: 11:00 06.03.2026)',
    'Опубліковано 4 березня 2026, оновлено 6 березня 2026',
    'Δημοσιεύθηκε 4 Μαρτίου 2026, ενημερώθηκε 6 Μαρτίου 2026',
    'Yayınlanma: 04.03.2026 10:20 Güncelleme: 06.03.2026 11:00',
    'Giriş Tarihi: 04.03.2026 Son Güncelleme: 06.03.2026',
    'نشر في: 4 مارس 2026 آخر تحديث: 6 مارس 2026',
    'تاريخ النشر: 04/03/2026 - آخر تحديث 06/03/2026',
    'انتشار: 4 مارس 2026 به‌روزرسانی: 6 مارس 2026',
    'פורסם: 04.03.2026 עודכן: 06.03.2026',
    'प्रकाशित: 4 मार्च 2026, अपडेटेड: 6 मार्च 2026',
    'প্রকাশ: ০৪ মার্চ ২০২৬ আপডেট: ০৬ মার্চ ২০২৬',
    'Diterbitkan 4 Maret 2026, diperbarui 6 Maret 2026',
    'Đăng ngày 4/3/2026, cập nhật ngày 6/3/2026',
    'เผยแพร่ 4 มีนาคม 2569 ปรับปรุง 6 มีนาคม 2569',
    '发布时间：2026-03-04 10:20 更新时间：2026-03-06 11:00',
    '2026/03/04 10:20 （2026/03/06 11:00 更新）',
    '입력 2026.03.04 10:20 수정 2026.03.06 11:00',
    '등록 2026-03-04 10:20 | 업데이트 2026-03-06 11:00',
    '公開 2026年3月4日 更新 2026年3月6日',
  ])('tells the day of publication from that of a change in %j', (line) => {
    expect([...told(line)].sort()).toEqual([`published ${first}`, `updated ${last}`]);
  });

  it.each<[string, string]>([
    ['04 Marzo 2026 Aggiornato alle 11:00', 'plain'],
    ['04/03/2026 10h20 Atualizado há 2 dias', 'plain'],
    ['Rabu, 4 Maret 2026 10:20 WIB', 'plain'],
    ['2026年03月04日 10:20 来源：海港报', 'plain'],
    ['Republicans meet again, 4 March 2026', 'plain'],
    ['The publisher was here on 4 March 2026', 'plain'],
    ['Datum: 04.03.2026', 'published'],
    ['日付：2026年3月4日', 'published'],
    ['4 March 2026 - first published', 'published'],
    ['Stand: 4. März 2026', 'published'],
    ['2026-03-04 10:20 更新', 'updated'],
    ['4 March 2026 (updated)', 'updated'],
    ["4 Mart 2026'da güncellendi", 'updated'],
    ['Last reviewed 4 March 2026', 'updated'],
  ])('reads %j as %s', (line, label) => {
    expect(told(line)).toEqual([`${label} ${first}`]);
  });

  it('finds nothing where there is no date', () => {
    expect(told('Published by the Harbour Trust, updated often')).toEqual([]);
  });
});
