import { primaryLanguage } from '@newsmill/text';

/**
 * Time zones of countries that have one, and of languages that are spoken in one: for dates that name no
 * offset.
 */
// biome-ignore format: a table, read by its rows
const byCountry: Record<string, string> = {
  GB: 'Europe/London', IE: 'Europe/Dublin', DE: 'Europe/Berlin', AT: 'Europe/Vienna', CH: 'Europe/Zurich',
  FR: 'Europe/Paris', IT: 'Europe/Rome', ES: 'Europe/Madrid', NL: 'Europe/Amsterdam', BE: 'Europe/Brussels',
  LU: 'Europe/Luxembourg', DK: 'Europe/Copenhagen', NO: 'Europe/Oslo', SE: 'Europe/Stockholm',
  FI: 'Europe/Helsinki', PL: 'Europe/Warsaw', CZ: 'Europe/Prague', SK: 'Europe/Bratislava',
  HU: 'Europe/Budapest', RO: 'Europe/Bucharest', BG: 'Europe/Sofia', GR: 'Europe/Athens',
  TR: 'Europe/Istanbul', UA: 'Europe/Kyiv', IL: 'Asia/Jerusalem', SA: 'Asia/Riyadh', AE: 'Asia/Dubai',
  EG: 'Africa/Cairo', MA: 'Africa/Casablanca',
  NG: 'Africa/Lagos', KE: 'Africa/Nairobi', ZA: 'Africa/Johannesburg', GH: 'Africa/Accra', IN: 'Asia/Kolkata',
  PK: 'Asia/Karachi', BD: 'Asia/Dhaka', LK: 'Asia/Colombo', NP: 'Asia/Kathmandu', TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh', MY: 'Asia/Kuala_Lumpur', SG: 'Asia/Singapore', PH: 'Asia/Manila',
  CN: 'Asia/Shanghai',
  HK: 'Asia/Hong_Kong', TW: 'Asia/Taipei', JP: 'Asia/Tokyo', KR: 'Asia/Seoul', NZ: 'Pacific/Auckland',
  AR: 'America/Argentina/Buenos_Aires', CO: 'America/Bogota', PE: 'America/Lima', VE: 'America/Caracas',
  UY: 'America/Montevideo',
};
// biome-ignore format: a table, read by its rows
const byLanguage: Record<string, string> = {
  ko: 'Asia/Seoul', ja: 'Asia/Tokyo', 'zh-CN': 'Asia/Shanghai', 'zh-TW': 'Asia/Taipei',
  'zh-HK': 'Asia/Hong_Kong', de: 'Europe/Berlin', nb: 'Europe/Oslo', sv: 'Europe/Stockholm',
  da: 'Europe/Copenhagen', it: 'Europe/Rome', pl: 'Europe/Warsaw', tr: 'Europe/Istanbul',
};

/**
 * IANA time zone that clocks on a page most likely mean; undefined where neither source, country nor language
 * tell.
 */
export function likelyTimeZone(
  sourceTimeZone: string | undefined,
  country: string | undefined,
  language: string | undefined,
): string | undefined {
  return (
    sourceTimeZone ??
    (country === undefined ? undefined : byCountry[country]) ??
    byLanguage[language ?? ''] ??
    byLanguage[primaryLanguage(language ?? '') ?? '']
  );
}
