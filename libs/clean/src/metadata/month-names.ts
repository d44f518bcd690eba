/**
 * Months as pages write them, in small letters; shortened forms are found by their beginning where it is
 * unique.
 */
const rows = [
  'january jan januar janvier enero gennaio janeiro januari jänner tammikuuta stycznia ocak января янв января. январь січня ianuarie leden ledna január januára ιανουαρίου يناير جانفي كانون_الثاني जनवरी ژانویه januára tháng_1 sausio gen ene janv',
  'february feb februar février febrero febbraio fevereiro februari feber helmikuuta lutego şubat февраля фев февр февраль лютого februarie února február φεβρουαρίου فبراير فيفري شباط फ़रवरी فوریه fév févr fev',
  'march mar märz mars marzo março maart mär maaliskuuta marca mart марта мар март березня martie března március μαρτίου مارس آذار मार्च',
  'april apr avril abril aprile huhtikuuta kwietnia nisan апреля апр апрель квітня aprilie dubna április απριλίου أبريل ابريل نيسان अप्रैल آوریل avr abr',
  'may mai mayo maggio maio mei maj toukokuuta maja mayıs мая май травня května május μαΐου μαίου مايو ماي أيار मई مه mag',
  'june jun juni juin junio giugno junho kesäkuuta czerwca haziran июня июн июнь червня iunie června június ιουνίου يونيو جوان حزيران जून ژوئن giu',
  'july jul juli juillet julio luglio julho heinäkuuta lipca temmuz июля июл июль липня iulie července július ιουλίου يوليو جويلية تموز जुलाई ژوئیه juil lug',
  'august aug août agosto augusti elokuuta sierpnia ağustos августа авг август серпня srpna augusztus αυγούστου أغسطس اغسطس أوت آب अगस्त اوت augustus aout ago',
  'september sep sept septembre septiembre settembre setembro syyskuuta września eylül сентября сен сент сентябрь вересня septembrie září szeptember σεπτεμβρίου سبتمبر أيلول सितंबर سپتامبر set',
  'october oct oktober okt octobre octubre ottobre outubro lokakuuta października ekim октября окт октябрь жовтня octombrie října október οκτωβρίου أكتوبر اكتوبر تشرين_الأول अक्टूबर اکتبر ott out',
  'november nov novembre noviembre novembro marraskuuta listopada kasım ноября ноя нояб ноябрь noiembrie listopadu νοεμβρίου نوفمبر تشرين_الثاني नवंबर نوامبر',
  'december dec dezember dez décembre diciembre dicembre dezembro desember joulukuuta grudnia aralık декабря дек декабрь грудня decembrie prosince δεκεμβρίου ديسمبر كانون_الأول दिसंबर دسامبر déc dic dec',
];

const numbers = new Map<string, number>();
rows.forEach((row, index) => {
  for (const name of row.split(' ')) numbers.set(name.replaceAll('_', ' '), index + 1);
});

/** Number of a month (1 to 12); undefined for any other word. */
export function monthNumber(name: string): number | undefined {
  return numbers.get(name.toLowerCase().replace(/\.$/, ''));
}
