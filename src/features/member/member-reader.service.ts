import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import type { AccessService } from '../access/index.js';
import { findMembers } from './member.repository.js';

/** 成员读取所需 · What it stands on. */
export interface MemberReaderParts {
  readonly database: Database;
  readonly access: AccessService;
}

/** 成员查询 · Reads members within the caller's reach. @article 5.1 */
export class MemberReader {
  constructor(private readonly parts: MemberReaderParts) {}

  /** 按标识查找成员 · Present members of one county by id; those out of the reach are left out. */
  async find(caller: Caller, county: string, ids: readonly string[], selection: Selection): Promise<Row[]> {
    const reach = await this.parts.access.reach(caller, 'Query.household');
    if (ids.length === 0 || reach.county(county) === null) return [];
    return this.parts.database.read(reach.scope, (tx) => findMembers(tx, reach, selection, county, ids));
  }
}
