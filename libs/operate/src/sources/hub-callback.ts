/** What a hub sent to a callback. */
export interface PushedContent {
  readonly contentType: string;
  /** X-Hub-Signature. */
  readonly signature?: string | undefined;
  /** Link header. */
  readonly link?: string | undefined;
  readonly body: Uint8Array;
}

/** The address at which hubs reach this mill, `/websub/<token>`. */
export interface HubCallback {
  /**
   * Answers the challenge to send back; undefined: nothing of the kind is pending. `''` acknowledges a
   * refusal of the hub.
   */
  confirm(token: string, query: URLSearchParams): Promise<string | undefined>;
  /**
   * `gone`: nobody listens at this address any more. What is not to be trusted is taken all the same, and
   * ignored.
   */
  take(token: string, content: PushedContent): Promise<'taken' | 'gone'>;
}
