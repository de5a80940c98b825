import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import { countHistory, historyOf, type HistoryRow } from './history.repository.js';

/** 一页历程 · Events, the newest first, and how many there are where it was asked for. */
export interface HistoryPage {
  readonly events: readonly HistoryRow[];
  readonly hasNextPage: boolean;
  readonly total: number;
}

/**
 * 档案历程 · A case's events: its own audit chain, told for people.
 *
 * @article 5.3
 */
export class HistoryService {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
  ) {}

  /** 一页历程 · Events of a case before a place in its chain. @param before  null for the newest */
  async page(
    caller: Caller,
    county: string,
    caseId: string,
    before: number | null,
    size: number,
    counted: boolean,
  ): Promise<HistoryPage> {
    const reach = await this.access.reach(caller, 'Query.monitoringCase');
    return this.database.read(reach.scope, async (tx) => {
      const [rows, total] = await Promise.all([
        historyOf(tx, reach, county, caseId, before, size + 1),
        counted ? countHistory(tx, reach, county, caseId) : 0,
      ]);
      return { events: rows.slice(0, size), hasNextPage: rows.length > size, total };
    });
  }
}
