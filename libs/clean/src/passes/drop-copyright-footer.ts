import { takeWhere, type Pass } from './pass.ts';

const mark =
  /^(?:©|\(c\)\s|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos|alle rechten|wszelkie prawa|tüm hakları|版权所有|版權所有|著作権|無断転載|저작권|ⓒ|무단\s?전재|حقوق النشر|جميع الحقوق|все права защищены)/i;
const registration =
  /(?:ICP备|ICP證|网安备|许可证(?:号)?[:：]?\s?\w|등록번호|사업자등록번호|발행인|편집인|청소년보호책임자|HRB\s?\d|USt-?IdNr|registration (?:no|number)|registered (?:in|office)|impressum|رقم الترخيص|الترخيص رقم|ISSN\s?\d{4}|свидетельство о регистрации)/i;
const registrations = new RegExp(registration.source, 'gi');
const rights =
  /(?:material|content|story) may not be (?:published|reproduced|redistributed)|(?:무단\s?전재|재배포)\s?(?:및|금지)|(?:转载|轉載)(?:请|需|必须).{0,20}(?:注明|授权)|reproduction (?:without|prohibited)|redistribution/i;

/** Who owns the text, under which licence and registration; behind the story, or as its last line. */
export const dropCopyrightFooter: Pass = ({ lines, lastBody, firstBody }) =>
  takeWhere(lines, (line) => {
    if (line.weight > 60 || (line.index < lastBody - 2 && line.isBody) || line.index < firstBody)
      return undefined;
    if (mark.test(line.text) && (!line.isBody || line.weight < 30)) return 'claims copyright';
    if (registration.test(line.text) && (!line.isBody || (line.text.match(registrations)?.length ?? 0) >= 2))
      return 'gives registration numbers';
    return rights.test(line.text) && line.weight < 40 ? 'forbids copies' : undefined;
  });
