import { rmSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { Note } from '@newsmill/contracts';
import { expireArticles } from '@newsmill/operate';
import { Every, NOTE, PORTS, SETTINGS, type Ports } from '@newsmill/runtime/nest';
import type { Settings } from '@newsmill/settings';
import { leftOfDemo } from './wants-demo.ts';

/** Looks without a find, one a minute, after which nothing that was under way arrives any more. */
const lastLooks = 10;

/** Takes the articles of a removed demonstration out of library and archive, until none is left. */
@Injectable()
export class DemoRemoval {
  #emptyLooks = 0;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(NOTE) private readonly note: Note,
  ) {}

  @Every('1m', 'demonstration')
  async remove(): Promise<void> {
    const files = leftOfDemo(this.settings.data);
    if (files.length === 0) return;
    const { demoSources } = await import('./serve-demo.ts');
    const now = this.ports.now();
    const rules = demoSources('http://127.0.0.1:1').map(({ id }) => ({ sourceId: id, before: now + 1 }));
    const gone = await expireArticles(this.ports, rules, now);
    if (gone > 0) this.note('articles.expired', { articles: gone });
    // What was under way when the mill stopped may arrive yet: a later look finds it.
    this.#emptyLooks = gone > 0 ? 0 : this.#emptyLooks + 1;
    if (this.#emptyLooks >= lastLooks) for (const file of files) rmSync(file, { force: true });
  }
}
