import { reasonOf, type Outages } from '../log/outages.ts';

/** What stands in the way of work, by name; `/readyz` shows it. */
export interface Health {
  /**
   * Names something that is missing or broken, with the reason; the same name again replaces the reason. True
   * when the name is new.
   */
  block(name: string, reason: string): boolean;
  /** An attempt has failed: blocks by this name, and is told as part of an outage. */
  fail(name: string, error: unknown): void;
  /** True when there was something to clear. */
  clear(name: string): boolean;
  /**
   * Something that people should know and that stands in nobody's way; `/readyz?verbose` shows it. The same
   * name again replaces the text.
   */
  remark(name: string, text: string): void;
  clearRemark(name: string): void;
  remarks(): readonly { readonly name: string; readonly text: string }[];
  markStarted(): void;
  readonly started: boolean;
  problems(): readonly { readonly name: string; readonly reason: string }[];
}

/** Starts blocked by `starting` until markStarted. `outages` is told what fails and what works again. */
export function createHealth(outages?: Outages): Health {
  const problems = new Map<string, string>();
  const remarks = new Map<string, string>();
  let started = false;
  return {
    block(name, reason) {
      const isNew = !problems.has(name);
      problems.set(name, reason);
      return isNew;
    },
    fail(name, error) {
      problems.set(name, reasonOf(error));
      outages?.failed(name, error);
    },
    clear(name) {
      outages?.worked(name);
      return problems.delete(name);
    },
    remark: (name, text) => void remarks.set(name, text),
    clearRemark: (name) => void remarks.delete(name),
    remarks: () => [...remarks].map(([name, text]) => ({ name, text })),
    markStarted: () => {
      started = true;
    },
    get started() {
      return started;
    },
    problems: () => [...problems].map(([name, reason]) => ({ name, reason })),
  };
}
