import { Inject, Injectable } from '@nestjs/common';
import type { Note } from '@newsmill/contracts';
import { expireArticles, grantsOf, removeOverdue, removeUnkept, retentionRules } from '@newsmill/operate';
import { Every, NOTE, PORTS, SETTINGS, type Ports } from '@newsmill/runtime/nest';
import { SOURCE_FOLDER } from '@newsmill/service';
import type { Settings } from '@newsmill/settings';
import type { SourceFolder } from '@newsmill/source-files';

/** Removes articles that have had their time or may not be shown any more, and raw pages that are not to be kept. */
@Injectable()
export class Retention {
  /** Where the sweep for `noarchive` goes on. */
  #since: number | undefined;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    @Inject(SOURCE_FOLDER) private readonly folder: SourceFolder,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(NOTE) private readonly note: Note,
  ) {}

  @Every('1h', 'retention')
  async keep(): Promise<void> {
    const { ports, folder, settings, note } = this;
    const rules = retentionRules(folder.sources(), settings.retention, ports.now());
    const gone = await expireArticles(ports, rules, ports.now());
    const overdue = await removeOverdue(ports, ports.now());
    if (gone + overdue > 0) note('articles.expired', { articles: gone + overdue });
    const grants = grantsOf(folder.sourceOf);
    const unkept = await removeUnkept(ports, { grants, since: this.#since, now: ports.now() });
    this.#since = unkept.until;
    if (unkept.pages > 0) note('archive.released', { pages: unkept.pages });
  }
}
