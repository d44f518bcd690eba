import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { channelPushed, pipeline, type ChannelPush } from '@newsmill/contracts';
import { Fold } from '@newsmill/runtime/nest';
import { FrontierSource } from './frontier-source.ts';

/** Takes what hubs pushed. */
@Controller()
export class PushHandler {
  constructor(@Inject(FrontierSource) private readonly source: FrontierSource) {}

  @Fold<ChannelPush>({ name: 'pushes', from: channelPushed, group: pipeline.fetch.group, batch: 16 })
  async take(@Payload() pushes: readonly ChannelPush[]): Promise<void> {
    for (const push of pushes) await this.source.takePush(push);
  }
}
