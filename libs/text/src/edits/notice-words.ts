/*
 * How papers head a notice of correction or withdrawal, and how they speak of an earlier version in one. The
 * head stands first in its sentence; the rest may stand anywhere in it. In lower case.
 */

/** Heads of a correction. */
// biome-ignore format: a table, read by its rows
export const correctionHeads: readonly string[] = [
  'correction', 'corrections', 'corrected', 'clarification', 'clarifications', 'erratum',
  'korrektur', 'korrekturhinweis', 'berichtigung', 'richtigstellung', 'klarstellung',
  'rectificatif', 'rectification', 'correctif',
  'corrección', 'rectificación', 'fe de errores', 'fe de erratas', 'aclaración',
  'correção', 'errata', 'retificação', 'erramos',
  'correzione', 'rettifica', 'errata corrige', 'precisazione',
  'correctie', 'rectificatie', 'rättelse', 'rettelse', 'retting', 'berigtigelse', 'oikaisu', 'korjaus',
  'sprostowanie', 'korekta', 'oprava', 'upřesnění', 'spresnenie', 'helyesbítés', 'helyreigazítás',
  'erată', 'rectificare', 'düzeltme', 'correcció', 'rectificació', 'ispravak', 'ispravka', 'popravek',
  'διόρθωση', 'επανόρθωση', 'исправление', 'поправка', 'уточнение', 'виправлення', 'уточнення', 'корекция',
  'koreksi', 'ralat', 'klarifikasi', 'đính chính', 'تصحيح', 'تصويب', 'اصلاحیه', 'תיקון', 'הבהרה', 'भूल सुधार',
  '更正', '勘误', '勘誤', '訂正', 'お詫びと訂正', '정정', '바로잡습니다',
];

/** Heads of a withdrawal. */
// biome-ignore format: a table, read by its rows
export const retractionHeads: readonly string[] = [
  'retraction', 'retracted', 'withdrawn', 'kill notice', 'mandatory kill',
  'zurückgezogen', 'widerruf', 'rétractation', 'article retiré', 'retractación', 'artículo retirado',
  'retratação', 'artigo retirado', 'ritrattazione', 'articolo ritirato', 'intrekking', 'ingetrokken',
  'tilbagetrukket', 'trukket tilbake', 'tillbakadragen', 'wycofano', 'отзыв статьи', 'статья отозвана',
  'статтю відкликано', 'geri çekildi', '撤稿', '撤稿声明', '記事取り消し', '기사 철회',
];

/** What a notice of correction says of the article. */
// biome-ignore format: a table, read by its rows
export const correctionWords: readonly string[] = [
  'earlier version of this', 'previous version of this', 'original version of this', 'earlier version of the article',
  'earlier version of the story', 'article was amended', 'story was amended', 'article has been amended',
  'article was corrected', 'story was corrected', 'article has been corrected', 'story has been corrected',
  'updated to correct', 'amended to correct', 'this version corrects', 'this story corrects', 'headline has been corrected',
  'früheren version dieses', 'früheren fassung dieses', 'früheren version des artikels', 'früheren fassung des artikels',
  'ersten version dieses', 'ersten fassung dieses', 'version précédente de cet article', 'première version de cet article',
  'article a été corrigé', 'article a été rectifié', 'versión anterior de est', 'artículo ha sido corregido',
  'versão anterior dest', 'texto foi corrigido', 'reportagem foi corrigida', 'versione precedente di quest',
  'articolo è stato corretto', 'eerdere versie van dit', 'tidigare version av', 'tidligere version af denne',
  'tidligere versjon av', 'aiemmassa versiossa', 'wcześniejszej wersji', 'předchozí verzi', 'önceki sürümünde',
  'предыдущей версии', 'первоначальной версии', 'попередній версії',
];

/** What a notice of withdrawal says of the article. */
// biome-ignore format: a table, read by its rows
export const retractionWords: readonly string[] = [
  'article has been retracted', 'story has been retracted', 'article was retracted', 'story was retracted',
  'article has been withdrawn', 'story has been withdrawn', 'article has been removed', 'story has been removed',
  'has retracted this', 'have retracted this', 'have withdrawn this', 'has withdrawn this',
  'artikel wurde zurückgezogen', 'beitrag wurde zurückgezogen', 'artikel zurückgezogen', 'article a été retiré',
  'article a été dépublié', 'artículo ha sido retirado', 'noticia ha sido retirada', 'artigo foi retirado',
  'reportagem foi retirada', 'articolo è stato ritirato', 'artikel is ingetrokken', 'artikel is teruggetrokken',
  'статья была отозвана', 'материал был отозван', '本文已撤', '記事を取り消し', '기사를 삭제',
];
