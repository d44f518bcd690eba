import { SavedSearchInput } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { addSavedSearch, alertRecords, ApiProblem, removeSavedSearch } from '@newsmill/service-api';
import { testWebhook } from '../alerts/test-webhook.ts';
import { complain, say } from '../say.ts';
import { withPorts } from './with-ports.ts';

/** `newsmill alerts list`: one line for each saved search, with how its alerts stand. */
export function listAlerts(data: string, { json }: { readonly json: boolean }): Promise<number> {
  return withPorts(data, async ({ registry }) => {
    await registry.prepare();
    const { searches, states } = alertRecords(registry);
    let count = 0;
    for await (const { id, value } of searches.all()) {
      count += 1;
      const state = (await states.get(id))?.value;
      const standing =
        value.stopped?.reason ??
        (value.enabled
          ? `sent ${state?.sent ?? 0}, waiting ${(state?.gathered.length ?? 0) + (state?.deliveries.length ?? 0)}${state?.problem === undefined ? '' : `, ${state.problem}`}`
          : 'off');
      say(
        json
          ? JSON.stringify({ id, ...value, sent: state?.sent ?? 0, problem: state?.problem })
          : `${id}  ${value.name}  ${JSON.stringify(value.q)}  ${value.webhook === undefined ? 'feed only' : new URL(value.webhook.url).origin}  ${standing}`,
      );
    }
    if (count === 0) complain('no saved searches; add one: ./newsmill alerts add NAME QUERY');
    return 0;
  });
}

export interface AddAlertOptions {
  readonly webhook?: string;
  readonly allowPrivate: boolean;
  readonly throttle: string;
  readonly collapse: string;
  readonly source: readonly string[];
  readonly language: readonly string[];
  readonly most: number;
}

/** `newsmill alerts add NAME QUERY`: saves a search; shows the secret of its webhook, once. */
export function addAlert(
  data: string,
  name: string,
  q: string,
  { webhook, allowPrivate, throttle, collapse, source, language, most }: AddAlertOptions,
): Promise<number> {
  const parsed = SavedSearchInput.safeParse({
    name,
    q,
    collapse,
    throttle: Number(throttle),
    ...(source.length === 0 ? {} : { source }),
    ...(language.length === 0 ? {} : { language }),
    ...(webhook === undefined ? {} : { webhook: { url: webhook, allowPrivate } }),
  });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) complain(`${path.join('.')}: ${message}`);
    return Promise.resolve(2);
  }
  return withPorts(data, async ({ registry }) => {
    await registry.prepare();
    try {
      const { record, secret } = await addSavedSearch(
        { registry, now: Date.now, mostSavedSearches: most },
        parsed.data,
      );
      say(record.id);
      if (secret !== undefined) say(secret);
      complain(
        `This is the saved search ${record.id}; its feeds are /api/v1/saved-searches/${record.id}.rss, .atom and .json${secret === undefined ? '' : '; the secret of its webhook is shown here and never again'}.`,
      );
      return 0;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      complain(error.message);
      return 2;
    }
  });
}

/** `newsmill alerts remove ID`. */
export function removeAlert(data: string, id: string): Promise<number> {
  return withPorts(data, async ({ registry }) => {
    await registry.prepare();
    if (await removeSavedSearch(registry, id)) return 0;
    complain(`no saved search has the id ${id}; see ./newsmill alerts list`);
    return 1;
  });
}

/** `newsmill alerts test ID`: sends a signed test to its webhook now; exit code 1 when that does not take it. */
export function testAlert(data: string, id: string, userAgent: string): Promise<number> {
  return withPorts(data, async ({ registry }) => {
    await registry.prepare();
    const http = createHttpClient({ userAgent });
    try {
      const { ok, detail } = await testWebhook(registry, http, id, Date.now());
      if (ok) say(detail);
      else complain(detail);
      return ok ? 0 : 1;
    } finally {
      await http.close();
    }
  });
}
