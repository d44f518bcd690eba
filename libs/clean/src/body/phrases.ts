import { creditWords } from '../metadata/credit-words.ts';
import { patternSet } from '../patterns/pattern-set.ts';

/** What short lines around articles say, in many languages. Their order is part of the trained weights. */
const families: readonly RegExp[] = [
  /^(read|see|also|more|related|watch|listen|next|previous|lesen sie|mehr zum|mehr:|siehe auch|lire aussi|à lire|sur le même|lea |leer |ver también|te puede|leia|veja|leggi|lees ook|lees meer|les også|läs också|læs også|don.t miss|recommended|weiterlesen|zum thema|thema|you may|most (read|popular|viewed)|関連|相关|延伸|更多|추천|관련|اقرأ|شاهد|читайте|смотрите)/i,
  /\b(photo|foto|image|bild|getty|reuters|afp|dpa|ap photo|shutterstock|picture|credit|imago|screenshot|courtesy|fotografía|crédito|crédit)\b|图片|圖|写真|사진|صورة|фото/i,
  /subscri|newsletter|abonn|sign up|log ?in|anmelden|premium|membership|inbox|suscr|assine|iscriviti|購読|登録|登录|订阅|구독|로그인|اشترك|подпис/i,
  /comment|kommentar|leserbrief|coment|replies|reply|评论|評論|コメント|댓글|تعليق|коммент|komentar|komentář|komentár|hozzászól|yorumlar|bình luận|σχόλια|תגובות|टिप्पणि|ความคิดเห็น|reacties/i,
  /advert|anzeige|werbung|publicidad|sponsor|publicité|affiliate|commission|annonse|reklam|広告|广告|광고|إعلان|реклам/i,
  /^(share|teilen|tweet|facebook|whatsapp|copy link|print|drucken|follow|email|e-mail|partager|compartir|condividi|del|dela|delen|シェア|分享|공유|شارك|поделиться)(\b|$|\s)/i,
  /©|copyright|all rights reserved|alle rechte|tous droits|derechos reservados|diritti riservati|無断転載|版权|版權|무단전재|무단 전재|حقوق|права защищены/i,
  /\b(published|updated|last modified|posted|aktualisiert|veröffentlicht|stand:|publié|mis à jour|publicado|actualizado|atualizado|aggiornato|publicerad|publisert|oppdatert|min read|minutes? read|lesezeit)\b|发布|更新|公開|입력|수정|نشر|опубликовано|обновлено/i,
  /\b(19|20)\d\d\b|\d{1,2}:\d\d/,
  new RegExp(
    `^(?:${creditWords.by}|${creditWords.writer}|text|fotos?|quellen?|sources?|tags?|topics?|themen|schlagworte|via|${creditWords.marked})(?=$|[\\s:：/|.,])`,
    'i',
  ),
  /https?:|www\.|@\w/,
];
export const phraseFamilies = families.length;
/** Bit of addresses, the only one that long lines are searched for. */
const addressBit = phraseFamilies - 1;
const address = /https?:|www\.|@\w/;

const familiesIn = patternSet(families);

/** Families of phrases in a line, as bits; `weight` is its number of words. */
export function phrasesIn(text: string, weight: number): number {
  return weight > 60 ? (address.test(text) ? 1 << addressBit : 0) : familiesIn(text);
}
export const commentPhrase = 1 << 3;
