import { takeWhere, type Pass } from './pass.ts';

const address = /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/;
const contact =
  /^(?:contact|e-?mail|write to|reach|tips?|press contact|kontakt|schreiben sie|hinweise an|contacter|contacto|contato|联系|聯繫|投稿|热线|爆料|기사 ?제보|제보|문의|이메일|للتواصل|اتصل|البريد|связаться).{0,200}$/i;

/**
 * How to reach the writer or the newsroom: a short line with an address, or one that begins with the word.
 */
export const dropContactLine: Pass = ({ lines, lastBody }) =>
  takeWhere(lines, (line) => {
    if (line.weight > 28) return undefined;
    const hasAddress = line.text.includes('@') && address.test(line.text);
    if (hasAddress && contact.test(line.text)) return 'asks to write to an address';
    const bare = hasAddress ? line.text.replace(address, '').replace(/[\s|,:;()=기자<>]+/g, '') : '';
    if (hasAddress && (bare.length < 25 || !line.isBody) && (line.index >= lastBody - 3 || !line.isBody))
      return 'holds little but an address';
    return !line.isBody && contact.test(line.text) && line.weight < 12 ? 'names a contact' : undefined;
  });
