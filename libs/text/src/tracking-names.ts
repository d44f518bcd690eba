/**
 * Query names that only say where a reader came from. Facts gathered from public cleaning lists; each stands
 * in two or more of them or belongs to one well-known sender. Names are compared in lower case.
 */
const exact = new Set(
  `__hsfp __hssc __hstc __readwiselocation __s __twitter_impression __tn__ _bhlid _branch_match_id _branch_referrer _ga _gl _hsenc _hsmi _kx _openstat
  action_object_map action_ref_map action_type_map aftr_source
  campaign_content campaign_id campaign_medium campaign_name campaign_source campaign_term ceneo_spo clickid cmpid
  dclid echobox een seen fb_action_ids fb_action_types fb_comment_id fb_ref fb_source fbclid
  gbraid gclid gclsrc gs_l guccounter guce_referrer guce_referrer_sig hmb_campaign hmb_medium hmb_source hsctatracking
  igshid igsh mkt_tok ml_subscriber ml_subscriber_hash msclkid ncid oly_anon_id oly_enc_id os_ehash partnerid
  rb_clickid s_cid sc_cid srsltid tracking_source ttclid twclid twitter_impression usqp vero_conv vero_id
  wbraid wickedid wt_mc wt_zmc wtrid xtor xtref xtcr xts xtnp xtloc yclid ysclid`.split(/\s+/),
);
const prefix =
  /^(?:utm|mtm|pk|piwik|matomo|itm|hsa|hmb|otm|ga|cm_mmc|mc|vn|at_custom|at_campaign|at_medium)_|^(?:utm|mtm|cm_mmc[a-z0-9]*|at_(?:campaign|medium)|mc_(?:cid|eid|tc))$/;
/** `mc_` alone would take names that choose content on some shops, so only the mailing ones count. */
const mailing = /^mc_(?:cid|eid|tc)$/;
/** Names that may choose content unless their value is one of these. */
const conditional: ReadonlyMap<string, RegExp> = new Map([
  ['ref', /^(?:rss|feed|tw|fb|twitter|facebook|newsletter|nl|share|home|homepage|mail|email)$/i],
  ['source', /^(?:rss|feed|twitter|facebook|newsletter|share|social)$/i],
  ['from', /^(?:rss|feed|twitter|facebook|newsletter|share)$/i],
  ['platform', /^(?:hootsuite|facebook|twitter)$/i],
  ['cid', /^(?:rss|social|twitter|facebook|newsletter)[-_a-z0-9]*$/i],
  ['partner', /^(?:rss|feed)$/i],
  ['rss', /^(?:1|yes|true|)$/i],
  ['spm', /^[a-z0-9]+(?:\.[a-z0-9_-]+){2,}$/i],
]);
const sessions = new Set(['phpsessid', 'jsessionid', 'aspsessionid', 'cfid', 'cftoken']);
const sessionLike = /^[0-9a-f]{32}$/i;

/**
 * Whether a query parameter only tracks the reader or the session. `name` and `value` as they stand decoded
 * in the URL.
 */
export function isTracking(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (exact.has(lower) || sessions.has(lower) || lower.startsWith('aspsessionid')) return true;
  if (prefix.test(lower)) return !lower.startsWith('mc_') || mailing.test(lower);
  if (
    (lower === 'sid' || lower === 's' || lower === 'session' || lower === 'sessionid') &&
    sessionLike.test(value)
  )
    return true;
  return conditional.get(lower)?.test(value) ?? false;
}
