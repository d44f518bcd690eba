import { takeWhere, type Pass } from './pass.ts';

const label =
  /^\W*(?:advertisement|advertising|sponsored(?: content)?|promoted|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annonse?|annons|reklame?|広告|\[?PR\]?|广告|廣告|광고|إعلان|реклама|(?:story |article )?continues? (?:below|after) (?:this )?ad\w*|scroll to continue|nach der anzeige weiterlesen|(?:la suite|(?:l')?article se poursuit|lire la suite) après (?:cette|la) publicité|(?:sigue|continúa) (?:leyendo )?(?:después|debajo) de la publicidad|continua (?:a leggere )?dopo la pubblicità|continua (?:depois|após) da publicidade|(?:lees|artikel gaat) verder (?:onder|na) de advertentie|(?:artikeln|texten) fortsätter (?:efter|under) annonsen|ciąg dalszy (?:artykułu )?pod (?:materiałem wideo|reklamą)|reklama|reklam|διαφήμιση|реклама|विज्ञापन|โฆษณา|hirdetés|publicitate|mainos|reklamlar|quảng cáo|iklan|פרסומת|تبلیغات)\W*(?:(?:continue reading|story continues).{0,30})?$/i;

/** A line that only labels an advertisement. */
export const dropAdvertisement: Pass = ({ lines }) =>
  takeWhere(lines, (line) =>
    line.weight <= 8 && label.test(line.text) ? 'labels an advertisement' : undefined,
  );
