/**
 * A code of the IPTC Media Topics with its labels. Codes, labels: IPTC, https://cv.iptc.org/newscodes/mediatopic/ (CC
 * BY
 * 4.0).
 */
export interface MediaTopic {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly de: string;
  readonly es: string;
  readonly ar: string;
}
