import { Module } from '@nestjs/common';
import { AgainLane } from './again-lane.ts';
import { CleanHandler } from './clean.handler.ts';

/** Cleans pages: from a page of a publisher to an article. */
@Module({ controllers: [CleanHandler], providers: [AgainLane] })
export class CleanModule {}
