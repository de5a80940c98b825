import type { EliminationMode } from '../../domain/case/monitoring-case.js';
import { caseDifferences } from '../../domain/case/rebuild/case-differences.js';
import { rebuildCase } from '../../domain/case/rebuild/rebuild-case.js';
import type { RebuiltCase } from '../../domain/case/rebuild/rebuilt-case.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import { caseFacts, type CaseId, type CaseParts, type CaseRow, caseRows, partsOfCases } from '../case/index.js';
import type { ProvinceService } from '../province/index.js';
import { type CaseRest, eventsOf, personsOf, restOfCase } from './case-record.repository.js';

/** 所需服务 · What a case's record is compared with. */
export interface CaseRecordNeeds {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly cipher: FieldCipher;
  readonly holidays: HolidayCalendar;
}

/**
 * 档案核对 · Holds a case's record against what its events, the truth, make of it: a row that somebody edited past them shows.
 *
 * @article 5.3
 */
export class CaseRecordService {
  constructor(private readonly needs: CaseRecordNeeds) {}

  /** 差异 · Names of what the record says otherwise than the events; empty where they agree and out of the caller's reach. */
  async differences(caller: Caller, { county, id }: CaseId): Promise<string[]> {
    const { access, database, provinces, cipher, holidays } = this.needs;
    const reach = await access.reach(caller, 'Query.verifyAuditChain');
    return database.read(reach.scope, async (tx) => {
      const [[row], parts, rest, persons, events] = await Promise.all([
        caseRows(tx, reach, county, [id]),
        partsOfCases(tx, county, [id]),
        restOfCase(tx, county, id),
        personsOf(tx, county, id),
        eventsOf(tx, county, id),
      ]);
      const own = parts.get(id);
      if (row === undefined || own === undefined || rest === null) return [];
      const definitionOf = (run: Parameters<ProvinceService['definitionOf']>[0]) =>
        provinces.definitionOf(run, row.regionCode);
      const rebuilt = rebuildCase(events, { definitionOf, holidays });
      const recorded = { ...recordedCase(row, own, rest, cipher), persons };
      return rebuilt === null ? ['events'] : caseDifferences(rebuilt, recorded);
    });
  }
}

function recordedCase(
  row: CaseRow,
  parts: CaseParts,
  rest: CaseRest,
  cipher: FieldCipher,
): Omit<RebuiltCase, 'persons'> {
  const { runs, risks, measures, ...state } = caseFacts(row, parts, cipher);
  const { emergency, identificationDueOn, nextReviewOn, supportedOn, version } = row;
  const eliminationMode = row.eliminationMode as EliminationMode | null;
  const days = { identificationDueOn, nextReviewOn, supportedOn };
  return { ...state, ...rest, ...days, emergency, version, eliminationMode, runs, risks, measures };
}
