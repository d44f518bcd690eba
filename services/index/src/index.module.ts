import { Module } from '@nestjs/common';
import { HttpModule } from '@newsmill/service';
import { Alerts } from './alerts/alerts.ts';
import { IndexHandler } from './index.handler.ts';
import { CertificateMeasures } from './housekeeping/measure-certificates.ts';
import { FileInspection } from './housekeeping/inspect-files.ts';
import { MillMeasures } from './housekeeping/measure-mill.ts';
import { StateUpkeep } from './housekeeping/state-upkeep.ts';

/** Writes articles into the library; keeps library, ledger view and registry, and sends alerts of what came. */
@Module({
  imports: [HttpModule],
  controllers: [IndexHandler],
  providers: [Alerts, CertificateMeasures, FileInspection, MillMeasures, StateUpkeep],
})
export class IndexModule {}
