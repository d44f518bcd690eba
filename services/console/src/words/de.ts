/**
 * What the console says in German, by its English words. It addresses nobody: infinitives on buttons, the
 * passive elsewhere. Terms: source Quelle, feed Feed, article Artikel, story Thema, family Textfamilie, saved
 * search gespeicherte Suche, dead letter unzustellbare Nachricht, ledger Verzeichnis, audit Prüfbericht,
 * key Schlüssel, scope Recht, to poll abrufen, taken down entfernt, mill Mühle.
 */
// biome-ignore format: a table, read by its rows
export const de: Readonly<Record<string, string>> = {
  // Frame
  'Search': 'Suche',
  'Today': 'Heute',
  'Saved searches': 'Gespeicherte Suchen',
  'Sources': 'Quellen',
  'Ledger': 'Verzeichnis',
  'Dead letters': 'Unzustellbares',
  'Audit': 'Prüfbericht',
  'Processes': 'Prozesse',
  'Try a feed': 'Feed ausprobieren',
  'Main': 'Hauptmenü',
  'Dark': 'Dunkel',
  'Light': 'Hell',
  'Skip to the content': 'Zum Inhalt springen',
  'API description': 'Beschreibung der API',
  'Problems': 'Fehlermeldungen',
  'Taken down': 'Entfernt',
  'Log in': 'Anmelden',
  'Logged in: {name}': 'Angemeldet: {name}',
  'Times are in UTC.': 'Zeiten in UTC.',
  // Pieces
  'Copy': 'Kopieren',
  'Copied': 'Kopiert',
  'unknown': 'unbekannt',
  'unknown date': 'unbekanntes Datum',
  'unknown time': 'unbekannte Zeit',
  'unknown language': 'unbekannte Sprache',
  'just now': 'gerade eben',
  'in less than a minute': 'in weniger als einer Minute',
  '{bytes:# byte|# bytes}': '{bytes:# Byte|# Byte}',
};
