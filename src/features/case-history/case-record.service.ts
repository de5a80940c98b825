import { identificationDueNow } from '../../domain/case/identification-due.js';
import type { EliminationMode } from '../../domain/case/monitoring-case.js';
import { caseDifferences } from '../../domain/case/rebuild/case-differences.js';
import { rebuildCase } from '../../domain/case/rebuild/rebuild-case.js';
import type { RebuiltCase } from '../../domain/case/rebuild/rebuilt-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import {
  caseFacts,
  type CaseId,
  type CaseParts,
  type CaseRow,
  caseRows,
  openColumn,
  partsOfCases,
  providerTrace,
} from '../case/index.js';
import type { ProvinceService } from '../province/index.js';
import { type CaseRest, eventsOf, personsOf, providersOf, restOfCase } from './case-record.repository.js';

/** 所需服务 · What a case's record is compared with. */
export interface CaseRecordNeeds {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
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
      const [[row], parts, rest, persons, providers, events] = await Promise.all([
        caseRows(tx, reach, county, [id]),
        partsOfCases(tx, county, [id]),
        restOfCase(tx, county, id),
        personsOf(tx, county, id),
        providersOf(tx, county, id),
        eventsOf(tx, county, id),
      ]);
      const own = parts.get(id);
      if (row === undefined || own === undefined || rest === null) return [];
      const definitionOf = (run: Parameters<ProvinceService['definitionOf']>[0]) =>
        provinces.definitionOf(run, row.regionCode);
      const rebuilt = rebuildCase(events, { definitionOf, holidays });
      const told = new Map(providers.map(({ id, provider }) => [id, this.provider(id, provider)]));
      const recorded = { ...recordedCase(row, own, rest, cipher, told), persons };
      if (rebuilt === null) return ['events'];
      return caseDifferences({ ...rebuilt, identificationDueOn: this.dueOn(row, own, rebuilt) }, recorded);
    });
  }

  /**
   * The last day of identification as the events tell it; or, where the record has another, as the leads and the calendar do: the
   * round that tells it writes no event.
   */
  private dueOn({ regionCode, identificationDueOn }: CaseRow, parts: CaseParts, rebuilt: RebuiltCase) {
    const { identificationDueOn: known, openedOn, configVersion } = rebuilt;
    if (known === identificationDueOn || rebuilt.runs[0] === undefined) return known;
    const { provinces, holidays } = this.needs;
    const limitOn = (found: CalendarDate) =>
      provinces.rulesOf(configVersion, regionCode, found).identificationLimit?.value ?? null;
    const { firstReportedOn } = parts;
    const now = identificationDueNow({ known, openedOn, firstReportedOn }, limitOn, holidays);
    return now === identificationDueOn ? now : known;
  }

  private provider(rowId: string, kept: string | null): string | null {
    const { cipher, blindIndex } = this.needs;
    return providerTrace(
      blindIndex,
      rowId,
      openColumn(cipher, { rowId, provider: kept }, 'provider', 'support_measure', 'provider'),
    );
  }
}

function recordedCase(
  row: CaseRow,
  parts: CaseParts,
  rest: CaseRest,
  cipher: FieldCipher,
  providers: ReadonlyMap<string, string | null>,
): Omit<RebuiltCase, 'persons'> {
  const { runs, risks, measures, ...state } = caseFacts(row, parts, cipher);
  const { emergency, identificationDueOn, nextReviewOn, supportedOn, version } = row;
  const eliminationMode = row.eliminationMode as EliminationMode | null;
  const days = { identificationDueOn, nextReviewOn, supportedOn };
  const provided = measures.map((measure) => ({ ...measure, provider: providers.get(measure.id) ?? null }));
  return { ...state, ...rest, ...days, emergency, version, eliminationMode, runs, risks, measures: provided };
}
