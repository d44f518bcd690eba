/**
 * Query names that only say where a reader came from, in families: tools of measurement put one beginning
 * before all their names, networks of advertisement end theirs on `clid`. Names are compared in lower case.
 */
const families: readonly RegExp[] = [
  // Google Analytics, Matomo and Piwik, AT Internet, HubSpot, Olytics, Vero, Blueshift, Listrak.
  /^(?:utm|mtm|pk|piwik|matomo|ga|at|hsa|hmb|itm|otm|vn|oly|vero|bsft|trk|icm)_/,
  /^_?(?:branch|hs|ga)_|^__hs[a-z]{1,4}$|^(?:utm|mtm|_ga|_gl|_hsenc|_hsmi)$/,
  // Webtrends and Webtrekk, Coremetrics, comScore, Eloqua, what Facebook adds.
  /^wt[._]?(?:z?mc|mc_id|mc_ev|cc\d|rid)$|^cm_(?:mmc[a-z0-9]*|ven|cat|pla|ite|re|sp)$|^ns_(?:mchannel|source|campaign|linkname|fee)$|^elq[a-z]{0,12}$|^fb_(?:source|ref|action_[a-z]{1,8}|comment_id|xd_fragment)$/,
  // Mailing services; `mc_` alone would take names that choose content on some shops.
  /^mc_(?:cid|eid|tc)$|^mkt_tok$|^ml_(?:subscriber|subscriber_hash)$|^et_[cr]id$|^dm_i$/,
  // Clicks on advertisements.
  /^[a-z]{1,6}_?(?:clid|clkid|braid)$|^(?:[a-z]{1,6}_?)?click_?id$|^gclsrc$|^wickedid$|^li_fat_id$|^epik$/,
  // Médiamétrie and AT Internet of before.
  /^xt(?:or|ref|cr|s|np|loc)$/,
  /^campaign_(?:id|name|source|medium|content|term|type)$|^[a-z]{2,10}_(?:campaign|medium)$/,
  /^(?:_|tracking|traffic|referral|aftr|email)_source$/,
  /^action_(?:object|type|ref)_map$|^_?guc(?:e|counter|_consent_skip|e_referrer|e_referrer_sig)?$/,
];
/** Names of single senders, each in two or more public cleaning lists or of one well-known sender. */
const exact = new Set(
  `__readwiselocation __s __twitter_impression __tn__ _bhlid _kx _openstat ceneo_spo cmpid echobox een seen
  gs_l hsctatracking igshid igsh ncid os_ehash partnerid s_cid sc_cid srsltid twitter_impression usqp wtrid`.split(
    /\s+/,
  ),
);
const share = 'rss|feed|tw|tw_i|ts|fb|twitter|facebook|newsletter|nl|share|social|mail|email';
const shared = new RegExp(`^(?:${share}|home|homepage|whatsapp|telegram|linkedin|reddit)$`, 'i');
/** Names that may choose content unless their value is one of these. */
const conditional: ReadonlyMap<string, RegExp> = new Map([
  ['ref', shared],
  ['ref_', shared],
  ['spref', shared],
  ['source', shared],
  ['src', shared],
  ['from', shared],
  ['via', shared],
  ['feature', /^(?:share|youtu\.be|youtube_gdata(?:_player)?|emb_[a-z]{1,10})$/i],
  ['platform', /^(?:hootsuite|facebook|twitter)$/i],
  ['cid', /^(?:rss|social|twitter|facebook|newsletter)[-_a-z0-9]*$/i],
  ['partner', /^(?:rss|feed)$/i],
  ['rss', /^(?:1|yes|true|)$/i],
  ['spm', /^[a-z0-9]+(?:\.[a-z0-9_-]+){2,}$/i],
]);
/** Names that one site alone counts its readers by. */
const ofSites: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    'youtube.com': 'ab_channel app cbrd feature kw pp si ucbcb',
    'twitter.com': 'cn cxt ref_src ref_url s src t',
    'x.com': 'cn cxt ref_src ref_url s src t',
    'facebook.com': '__xts__ _rdc _rdr acontext fref hc_ref mibextid paipv rdid refid refsrc sfnsn',
    'linkedin.com': 'lipi refid trackingid trk',
    'reddit.com': 'rdt ref_source share_id',
    'yahoo.com': '.tsrc soc_src soc_trk',
    'msn.com': 'cvid ei ocid pc',
    'nytimes.com': 'emc mc smid smtyp',
    'washingtonpost.com': 'itid tid wpisrc wpmm wpsrc',
    'bloomberg.com': 'leadsource sref srnd',
    'reuters.com': 'feedname feedtype rpc taid',
    'wsj.com': 'mod reflink',
    'theguardian.com': 'cmp',
    'dailymail.co.uk': 'ito',
    'bbc.co.uk': 'ocid pinned_post_locator',
    'bbc.com': 'ocid pinned_post_locator',
    'cnn.com': 'iref',
    'forbes.com': 'sh ss',
    'economist.com': 'fsrc',
    'spiegel.de': 'sara_ref sara_ecid sara_icid',
    'ft.com': 'sharetype',
  }).map(([site, names]) => [site, new Set(names.split(' '))]),
);

/** Session names that are nothing else, and those that are one when their value looks drawn by lot. */
const session =
  /^(?:phpsessid|jsessionid|aspsessionid[a-z]*|cfid|cftoken|oscsid|zenid|sessionid|session_id|sess_?id)$/;
const sessionLike = /^(?:sid|s|session|ssid|psid)$/;
const drawn = /^(?:[0-9a-f]{32}|(?=[a-z]*\d)[0-9a-z]{26}|(?=[a-z]*\d)[0-9a-z]{32})$/i;

function isOfSite(name: string, host: string): boolean {
  for (let at = 0; at !== -1; at = host.indexOf('.', at + 1))
    if (ofSites.get(host.slice(at === 0 ? 0 : at + 1))?.has(name) === true) return true;
  return false;
}

/**
 * Whether a query parameter only tracks the reader or the session. `name` and `value` as they stand decoded
 * in the URL, `host` in lower case.
 */
export function isTracking(name: string, value: string, host: string): boolean {
  const lower = name.toLowerCase();
  if (exact.has(lower) || families.some((family) => family.test(lower))) return true;
  if (session.test(lower)) return true;
  if (sessionLike.test(lower) && drawn.test(value)) return true;
  return (conditional.get(lower)?.test(value) ?? false) || isOfSite(lower, host);
}
