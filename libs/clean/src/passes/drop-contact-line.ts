import { takeWhere, type Pass } from './pass.ts';

const address = /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/;
const contact =
  /^(?:contact|e-?mail|write to|reach|tips?|press contact|kontakt|schreiben sie|hinweise an|contacter|contacto|contato|联系|聯繫|投稿|热线|爆料|기사 ?제보|제보|문의|이메일|للتواصل|اتصل|البريد|связаться).{0,200}$/i;

/** Words that ask readers for something, near an address at the end of a text. */
// biome-ignore format: a table, read by its rows
const asks = new RegExp(
  `(?:${[
    '\\b(?:send|write|e-?mail|contact|submit|reach|drop us|let us know|get in touch)\\b', '\\b(?:schreiben|senden|schicken|melden|diskutieren)\\s(?:sie|uns)\\b', '\\b(?:leserbriefe?|zuschriften|erreich(?:t|en sie) uns)\\b',
    '(?<!\\p{L})(?:écrivez|envoyez|contactez|adressez|attend vos)\\b', '\\b(?:remitan?|mande|escriba|escríbanos|envíe|envíenos|contáctenos)(?![\\p{L}])', '\\b(?:escreva|envie|contate|enviad[oa]s? para)\\b',
    '\\b(?:scrivete|scrivi|inviate|contattate)\\b', '\\b(?:schrijf|stuur|mail)(?:t u)? (?:ons|naar|uw|je|een)\\b', '\\breageren\\?', '\\b(?:skriv|mejla|skicka|send|kontakt[ae]?)\\b', '\\b(?:napisz|wyślij|prosimy|czekamy na|piszcie)\\b',
    '(?:пишите|присылайте|направляйте|жд[её]м ваш)', '(?:yazın|gönderin|ulaşın|iletin|paylaşabilirsiniz|bekliyoruz)', '(?:投稿|来信|請寄|请发|发送至|お寄せ|ご連絡|보내 ?주|문의|제보)', '(?:راسل|أرسل|تواصل|الكتابة إلى)',
  ].join('|')})`,
  'iu',
);
const longestRequest = 70;

/**
 * How to reach the writer or the newsroom: a short line with an address, or one that begins with the word.
 */
export const dropContactLine: Pass = ({ lines, lastBody }) =>
  takeWhere(lines, (line) => {
    if (line.weight > longestRequest) return undefined;
    const hasAddress = line.text.includes('@') && address.test(line.text);
    if (hasAddress && line.index >= lastBody - 3 && asks.test(line.text)) return 'asks readers to write';
    if (line.weight > 28) return undefined;
    if (hasAddress && contact.test(line.text)) return 'asks to write to an address';
    const bare = hasAddress ? line.text.replace(address, '').replace(/[\s|,:;()=기자<>]+/g, '') : '';
    if (hasAddress && (bare.length < 25 || !line.isBody) && (line.index >= lastBody - 3 || !line.isBody))
      return 'holds little but an address';
    return !line.isBody && contact.test(line.text) && line.weight < 12 ? 'names a contact' : undefined;
  });
