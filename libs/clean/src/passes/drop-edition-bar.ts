import { takeWhere, type Pass } from './pass.ts';

const edition =
  /\b(?:edition|ausgabe|édition|edición|edição|edizione|editie|wydanie)s?\b|(?:国际|國際|国際|海外|中国|亚洲)版|에디션|국제판|baskısı|الطبعة|النسخة|выпуск/i;
const places =
  /\b(?:international|us|u\.s\.|uk|asia|europe|india|africa|australia|deutschland|global|english|deutsch|français|español|العربية|中文|한국어|日本語|русский)\b|العربية|中文|한국어|日本語/gi;

/** The choice of edition or language in front of the headline. */
export const dropEditionBar: Pass = ({ lines, firstBody }) =>
  takeWhere(lines, (line) => {
    if (line.isBody || (firstBody >= 0 && line.index > firstBody) || line.weight > 16) return undefined;
    if (edition.test(line.text)) return 'names an edition';
    return (line.text.match(places)?.length ?? 0) >= 3 ? 'lists editions or languages' : undefined;
  });
