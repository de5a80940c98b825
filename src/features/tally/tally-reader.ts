import type { Database } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { readStart } from './tally-start.repository.js';

/** 汇总可用 · Whether the tallies may be read: once every county was counted, for good. @article none — technical */
export class TallyReader {
  private counted = false;

  constructor(private readonly database: Pick<Database, 'read'>) {}

  async areCounted(): Promise<boolean> {
    this.counted ||= (await this.database.read(WHOLE_REGISTER, readStart)).isComplete;
    return this.counted;
  }
}
