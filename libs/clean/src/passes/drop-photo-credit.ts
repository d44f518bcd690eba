import { FIGURE } from '../tree/tree.ts';
import { splitCredit } from '../metadata/split-credit.ts';
import { takeWhere, type Pass } from './pass.ts';

const credit =
  /^[([]?\s*(?:(?:photo|foto|image|bild|picture|grafik|graphic|illustration|screenshot|symbolbild|archivbild|fotografía|crédit photo|crédito|照片|图片|圖片|写真|사진|صورة|الصورة|фото)s?(?:\s*(?:credit|by|from|von|de|courtesy(?: of)?|来源|來源|提供))?\s*[:：/=|©]|(?:credit|quelle)\s*:\s*|©(?!\s*(?:19|20)\d\d)|\(c\)\s(?!(?:19|20)\d\d)|image source\b|photo by\b|getty images\b|via getty\b|file photo\b|picture alliance\b)/i;
const capitals = /^(?:PHOTO|FOTO|IMAGE|BILD|CREDIT|PICTURE|FILE PHOTO)\b[^a-z]{2,}$/;
const agency =
  /^[([]?\s*(?:(?:\p{Lu}[\p{L}.'-]+\s){1,3}[/|]\s?)?(?:AP|AFP|Reuters|REUTERS|dpa|Getty Images|Shutterstock|iStock|imago(?: images)?|EPA|Xinhua|新华社|연합뉴스|AP Photo)(?:\s?[/|]\s?[\p{L}\s.'-]{2,40})?\s*[)\]]?$/u;

/** What a sign of copyright is followed by where it claims the page rather than a picture. */
const rights =
  /rights reserved|rechte vorbehalten|droits réservés|derechos reservados|diritti riservati|direitos reservados|rechten voorbehouden|rättigheter förbehållna|prawa zastrzeżone|права защищены|hakları saklıdır|版权所有|著作権|무단\s?전재|حقوق/i;

/** Words of the longest caption that is taken for one by its credit alone. */
const longestCaption = 60;

/** Whose picture it is: a short line with a credit mark, an agency or capitals. */
export const dropPhotoCredit: Pass = ({ lines }) =>
  takeWhere(lines, (line) => {
    if (
      line.kind === 'paragraph' &&
      line.isBehindPicture &&
      line.weight <= longestCaption &&
      splitCredit(line.text).credit !== ''
    )
      return 'is the caption of a picture, with its credit';
    if (line.weight > 18 || line.kind === 'heading') return undefined;
    if (capitals.test(line.text) || agency.test(line.text)) return 'names an agency or photographer alone';
    if (!credit.test(line.text) || rights.test(line.text)) return undefined;
    return line.isBody && line.weight > 9 && !(line.flags & FIGURE)
      ? undefined
      : 'begins with a picture credit';
  });
