import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Running } from './run-stage.ts';

/**
 * How Nest runs a role: listening starts it, closing drains it. Messages never pass through Nest's handlers:
 * its own Kafka transport acknowledges what it has no handler for and lets one poison message block a
 * partition.
 */
export class StageStrategy extends Server implements CustomTransportStrategy {
  readonly #start: () => Promise<Running>;
  #running: Running | undefined;
  #starting: Promise<void> | undefined;

  constructor(start: () => Promise<Running>) {
    super();
    this.#start = start;
  }
  listen(callback: (error?: unknown) => void): void {
    this.#starting = this.#start().then(
      (running) => {
        this.#running = running;
        callback();
      },
      (error: unknown) => callback(error),
    );
  }
  /**
   * A role that is still starting is waited for: another one that could not start ends the process meanwhile.
   */
  async close(): Promise<void> {
    await this.#starting;
    await this.#running?.stop();
    this.#running = undefined;
  }
  override on(): this {
    return this;
  }
  override unwrap<T>(): T {
    return this.#running as T; // Nest asks for the driver underneath; here that is the running role
  }
}
