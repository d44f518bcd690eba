/** The files beside the sources, and what each must hold. Written by `npm run gen` from the files. */
export const modelFiles = {
  'foreign-people': {
    version: 1,
    bytes: 61869,
    sha256: '322bdcdab53486928cc47b403d6a0fac3394d34d9800b1278d3a338e49c4d248',
  },
  'foreign-tagger': {
    version: 1,
    bytes: 3409896,
    sha256: 'b44541872791f1c8aa0eadd0e90ad49f8f1bc3c2bc91212cf4f5087fa917addb',
  },
  language: {
    version: 1,
    bytes: 10959950,
    sha256: '21ab77a112df5d0f018341a032179d30196d2615a884b63a573de31b9253fbd3',
  },
  'meaning-pieces': {
    version: 1,
    bytes: 30472084,
    sha256: 'ef1888ecd418ca1608431bbb9b7ba82edba732ddfed518950cecc4b341a8d017',
  },
  'name-classes': {
    version: 2,
    bytes: 2097712,
    sha256: '6e5c012f049d465089255c8f77d550b0d86ea78806cd7290d06fade305be7ff5',
  },
  'name-tagger': {
    version: 3,
    bytes: 3409728,
    sha256: 'd2b0669310164194ef7d874e24dd0f445a4de274754d3d36f78f6ef278db2d86',
  },
  organisations: {
    version: 2,
    bytes: 1071799,
    sha256: 'f7cbb4ef48f5fa0c47a0b1e082ed5124116dbdf08df72f8c0f825dc0d60f3e10',
  },
  'page-body': {
    version: 1,
    bytes: 135360,
    sha256: 'd8e3e5d81a705419825c4c477e4d191035873f41114a23fdd9f53f073b28afd4',
  },
  'page-kind': {
    version: 3,
    bytes: 58141,
    sha256: 'f1b4a4a2480da7db21cb2c482e9707826ede90862e049e921cd6e02fcaef008d',
  },
  'page-metadata': {
    version: 4,
    bytes: 91348,
    sha256: '631cb1f2e83be571be499a2445c5a109153f075882a69251a4bdef4226b96a65',
  },
  'phrase-words': {
    version: 6,
    bytes: 1833845,
    sha256: '583b4f3cb166e1dd356154b9a28f23b32c00ee73cddfd80fb01459006b783f19',
  },
  places: {
    version: 3,
    bytes: 4170876,
    sha256: '4b1f1f93441cade9cc19a6df3b0135c8cbfd392170d6fe9811ad245a14510f85',
  },
  topics: {
    version: 1,
    bytes: 886399,
    sha256: '381ae6207095edf8014a32f94833058ba57ac5d1fc867c2d676fcb9693183b44',
  },
  'word-classes': {
    version: 2,
    bytes: 2543804,
    sha256: '4294a8d60778c88f0af0e47105ee611c805775e1764e26034c8db37efd3bb575',
  },
  'word-pieces': {
    version: 1,
    bytes: 7606975,
    sha256: '442b79a7bd2596f764957c721ce5946e0b4b101d0a1e73ab29e66907ab6162a5',
  },
  'word-rarities': {
    version: 1,
    bytes: 52160,
    sha256: '6d4afa89140cfadecf4c70f5c7f57db21ab5b228235d5120e587ad133baf33db',
  },
} as const;

/** Name of a model that the package ships. */
export type ModelName = keyof typeof modelFiles;
