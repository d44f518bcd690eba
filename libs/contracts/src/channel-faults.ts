/** What a fault makes of the channel (see `sourceStates`); `delivering`: it is worth knowing, and stops nothing. */
export type FaultState =
  | 'blocked'
  | 'gone'
  | 'invalid'
  | 'waiting'
  | 'failing'
  | 'silent'
  | 'moved'
  | 'delivering';

interface FaultFacts {
  readonly state: FaultState;
  /** One sentence: what is so. */
  readonly says: string;
  /** One sentence: what the keeper of the sources can do. */
  readonly remedy: string;
}

const address =
  'Look for its new address with `newsmill sources add URL --dry-run` and change url in the source file.';
const otherPublisher = 'Tell the publisher; the mill goes on trying, and takes it up again by itself.';
const network = 'Check the network and the name servers of this machine; the mill goes on trying by itself.';

/**
 * Why a channel, or a page of it, does not come: one name for each cause, with what is so and what can be
 * done. Whoever finds one adds what was seen (a vendor, a rule, a time) beside it.
 */
export const channelFaults = {
  challenge: {
    state: 'blocked',
    says: 'A page that tests for browsers, or turns robots away, came instead of the content.',
    remedy:
      'Ask the publisher to let this crawler through, by its user agent or the address of this machine, or use another channel of theirs.',
  },
  'agent-refused': {
    state: 'blocked',
    says: 'The server refuses our user agent (NEWSMILL_USER_AGENT), and answers another one.',
    remedy:
      'Ask the publisher (robots.txt, imprint or `webmaster@` of the domain) to allow that user agent, and name in it a page about your crawler.',
  },
  forbidden: {
    state: 'blocked',
    says: 'The server refuses access.',
    remedy:
      'Run `newsmill sources doctor ID` to see whether it is the user agent; else ask the publisher whether this machine may read it.',
  },
  login: {
    state: 'blocked',
    says: 'The server asks for a login.',
    remedy:
      'Put the access that you have into headers of the source file, or use a public channel of the publisher.',
  },
  payment: {
    state: 'blocked',
    says: 'The server asks for payment.',
    remedy:
      'Arrange access with the publisher and put it into headers of the source file, or use another channel.',
  },
  consent: {
    state: 'blocked',
    says: 'A page that asks for consent came instead of the content.',
    remedy: 'Use a channel of the publisher that needs no consent; ask for one where there is none.',
  },
  'denied-by-robots': {
    state: 'blocked',
    says: 'robots.txt does not allow this address.',
    remedy:
      'Use a channel that robots.txt allows, or get permission of the publisher and then set robots: ignore in the source file.',
  },
  'rate-limited': {
    state: 'waiting',
    says: 'The server asks for a pause; all hosts of its domain wait together.',
    remedy:
      'Nothing: the mill waits that long. If it comes back often, lengthen limits.delay and give the channel an interval.',
  },
  gone: { state: 'gone', says: 'The server says that nothing is here any more, for good.', remedy: address },
  'not-found': { state: 'gone', says: 'The server has nothing at this address.', remedy: address },
  parked: {
    state: 'gone',
    says: 'The domain is parked: a page for its sale or with advertisements stands there.',
    remedy:
      'Find out where the publication went and change url in the source file, or switch the source off (enabled: false).',
  },
  'page-not-feed': {
    state: 'invalid',
    says: 'A web page came instead of a feed.',
    remedy:
      'Change url in the source file to a feed: one that the page names, or one that `newsmill sources add URL --dry-run` finds from the front page.',
  },
  unreadable: {
    state: 'invalid',
    says: 'What came cannot be read as a channel of this kind.',
    remedy:
      'Look at the address in a browser: correct url or kind in the source file, or tell the publisher that the file is broken.',
  },
  'address-blocked': {
    state: 'invalid',
    says: 'The address is not a public one, and the source does not name it as allowed.',
    remedy: 'If you trust that server, add it to allowPrivate in the source file; else correct url.',
  },
  'bad-request': {
    state: 'invalid',
    says: 'The request cannot be sent as the source file describes it.',
    remedy: 'Correct url and headers in the source file; `newsmill validate` checks them.',
  },
  'redirect-loop': {
    state: 'invalid',
    says: 'The address redirects in a loop, or too often.',
    remedy: address,
  },
  'too-large': {
    state: 'invalid',
    says: 'The answer is larger than the limit.',
    remedy:
      'Raise limits.maxBytes in the source file if you trust it, or use a smaller channel of the publisher.',
  },
  'tls-expired': {
    state: 'failing',
    says: 'The certificate of the server has expired, or is not valid yet.',
    remedy: 'Check the clock of this machine; if it is right, tell the publisher. The mill goes on trying.',
  },
  'tls-wrong-name': {
    state: 'failing',
    says: 'The certificate of the server is for other names.',
    remedy: 'Correct the host name in url (often with or without www), or tell the publisher.',
  },
  'tls-self-signed': {
    state: 'failing',
    says: 'The certificate of the server is signed by itself, not by an authority that this machine knows.',
    remedy:
      'Tell the publisher; for a server of your own, give Node.js its authority with NODE_EXTRA_CA_CERTS.',
  },
  'tls-untrusted': {
    state: 'failing',
    says: 'The certificate of the server cannot be traced to an authority that this machine knows.',
    remedy:
      'Tell the publisher that the chain is incomplete; behind a proxy of your own, set NODE_EXTRA_CA_CERTS.',
  },
  'no-tls': {
    state: 'failing',
    says: 'The server does not speak TLS at this port.',
    remedy:
      'Correct url in the source file: http instead of https, or another port. If it was right before, tell the publisher.',
  },
  tls: {
    state: 'failing',
    says: 'No encrypted connection could be agreed on with the server.',
    remedy: otherPublisher,
  },
  'dns-no-name': {
    state: 'failing',
    says: 'There is no such host name.',
    remedy:
      'Check the spelling of url; if it was right before, the domain may have ended, or this machine has no network.',
  },
  'dns-no-address': {
    state: 'failing',
    says: 'The host name exists, but has no address.',
    remedy: 'Check the spelling of url (often with or without www), or tell the publisher.',
  },
  'dns-unanswered': { state: 'failing', says: 'The name servers gave no answer.', remedy: network },
  refused: {
    state: 'failing',
    says: 'The server refuses connections.',
    remedy: 'Check host and port in url; if they are right, the server is down, and the mill goes on trying.',
  },
  unreachable: { state: 'failing', says: 'No way leads to the server.', remedy: network },
  reset: {
    state: 'failing',
    says: 'The server closed the connection before its answer was whole.',
    remedy: otherPublisher,
  },
  timeout: {
    state: 'failing',
    says: 'The server did not answer in time.',
    remedy:
      'Nothing at once: the mill goes on trying. If it is always slow, raise limits.timeout in the source file.',
  },
  protocol: { state: 'failing', says: 'The server does not speak proper HTTP.', remedy: otherPublisher },
  'robots-unreachable': {
    state: 'failing',
    says: 'robots.txt of the host could not be had, so nothing is asked there for now.',
    remedy: otherPublisher,
  },
  'server-error': { state: 'failing', says: 'The server has an error of its own.', remedy: otherPublisher },
  'bad-status': {
    state: 'failing',
    says: 'The server answers with a status that brings no content.',
    remedy: 'Look at the address in a browser and correct url in the source file.',
  },
  moved: {
    state: 'moved',
    says: 'The address redirects to another one for good (301, 308).',
    remedy: 'Change url in the source file; after a week the mill asks at the new address by itself.',
  },
  empty: {
    state: 'silent',
    says: 'The channel can be read, and holds no entries.',
    remedy:
      'Look at it in a browser; `newsmill sources add URL --dry-run` with the front page looks for a channel that has entries.',
  },
  'no-article': {
    state: 'delivering',
    says: 'The page came, and no article is made of it.',
    remedy:
      'Run `newsmill extract URL` with other pages: where none gives an article, rules in the source file help.',
  },
  paywall: {
    state: 'delivering',
    says: 'The publisher marks the page as one for subscribers, so a part of its text may be missing.',
    remedy:
      'Put the access that you have into headers of the source file; without it, the query `-paywalled:true` leaves such articles out of a search.',
  },
  'clock-wrong': {
    state: 'delivering',
    says: 'The clock of the server is wrong, or that of this machine.',
    remedy:
      'Check the clock of this machine (`date -u`); if it is right, tell the publisher: dates of articles may be wrong.',
  },
  'future-dates': {
    state: 'delivering',
    says: 'Entries are dated in the future.',
    remedy: 'Check the clock of this machine (`date -u`); if it is right, tell the publisher.',
  },
} as const satisfies Readonly<Record<string, FaultFacts>>;

export type FaultName = keyof typeof channelFaults;

// the table has no other keys, and some
export const faultNames = Object.keys(channelFaults) as [FaultName, ...FaultName[]];
