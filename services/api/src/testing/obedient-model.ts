/** A call that a text asks for. */
export interface Order {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Ways in which texts ask a model to call something; the first group is what. */
const ways = [
  /<invoke name="(\w+)"/g,
  /"(?:name|method|tool)"\s*:\s*"([\w/]+)"/g,
  /\bAction:\s*(\w+)/g,
  /\bto=functions\.(\w+)/g,
  /\b(?:call|run|use|invoke) (?:the tool )?([a-z]+_[a-z_]+|explain|related|timeline)\b/gi,
];
/** What asks for a deed without naming a tool: the name of the deed, and its signs. */
const deeds: Readonly<Record<string, RegExp>> = {
  fetch: /https?:\/\/evil\.example/i,
  leak: /\b(?:send|publish|list|leak) (?:the|every|all|it)\b/i,
  obey: /\b(?:ignore all|obey|new task|new rules|follow orders|you are root)\b/i,
};

/** What a model would call that does whatever a text says, whoever wrote it. */
export function ordersIn(text: string): Order[] {
  const named = ways.flatMap((way) => Array.from(text.matchAll(way), ([, name = '']) => name));
  const asked = Object.keys(deeds).filter((name) => deeds[name]?.test(text));
  return [...new Set([...named, ...asked])].map((name) => ({ name, input: { text: text.slice(0, 200) } }));
}

/** What is left of an answer without what stands between its marks. */
export function outsideOfMarks(answer: string): string {
  return answer.replace(/<<<untrusted-([0-9a-f]{18})\n[^]*?\nuntrusted-\1>>>/g, '');
}
