import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { evidenceFaults } from '../../domain/procedure/checks/evidence-complete.js';
import type { EvidenceGiven } from '../../domain/procedure/step-act.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import {
  batchSize,
  type CaseBatchOutcome,
  type CaseBatchService,
  caseRows,
  readCaseId,
  textFaults,
  textsOfEvidence,
} from '../case/index.js';
import type { ProvinceService } from '../province/index.js';
import { hangLines, type NoticeLine } from './notice-board.repository.js';
import { decideNotice, placeFaults } from './notice-line.js';

/** 联合公示 · The mutation's input. */
export interface PublishJointNoticeAct {
  readonly idempotencyKey?: string | null;
  readonly caseIds: readonly string[];
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly place: string;
  readonly evidence?: readonly EvidenceGiven[] | null;
}

/** 所需服务 · What a joint notice calls upon. */
export interface JointNoticeNeeds {
  readonly batches: CaseBatchService;
  readonly provinces: ProvinceService;
  readonly holidays: HolidayCalendar;
  readonly database: Database;
  readonly access: AccessService;
}

type JointItem = { readonly caseId: string };

const OPERATION = 'Mutation.publishJointNotice';

/**
 * 联合公示服务 · One notice on the board of a village for many households, each with an entry of its own.
 *
 * @article 3.2
 */
export class JointNoticeService {
  constructor(private readonly needs: JointNoticeNeeds) {}

  /** 联合公示 · Puts up one notice for the cases that can be, or extends theirs; each stands or falls by itself. */
  async publishJointNotice(caller: Caller, input: PublishJointNoticeAct): Promise<CaseBatchOutcome> {
    const evidence = input.evidence ?? [];
    const userErrors = [
      ...batchSize(input.caseIds.length, 'caseIds'),
      ...evidenceFaults(evidence),
      ...placeFaults(input.place),
      ...textFaults(textsOfEvidence(evidence)),
    ];
    if (userErrors.length > 0) return { cases: [], refused: [], userErrors };
    const village = await this.villageOf(caller, input.caseIds);
    const lines = new Map<JointItem, NoticeLine>();
    const { opensOn, closesOn, place } = input;
    const notice = { opensOn, closesOn, place, evidence, at: caller.now.toISOString() };
    return this.needs.batches.changeEach(
      { caller, operation: OPERATION, input, items: input.caseIds.map((caseId) => ({ caseId })) },
      async (basis, item) => {
        const apart = sameVillage(basis.row.regionCode, village);
        const { line, effect } = decideNotice(basis, { ...notice, step: null }, this.needs, apart);
        lines.set(item, line);
        return { ...effect, change: { ...effect.change, joint: input.caseIds.length } };
      },
      (tx, standing) =>
        hangLines(
          tx,
          notice,
          standing.map(({ item }) => lines.get(item)!),
        ),
    );
  }

  /** The village whose board it is: that of the first case that is found. */
  private async villageOf(caller: Caller, caseIds: readonly string[]): Promise<RegionCode | null> {
    const reach = await this.needs.access.reach(caller, OPERATION);
    const places = caseIds.flatMap((id) => readCaseId(id) ?? []).filter(({ county }) => reach.county(county) !== null);
    const [first] = places;
    if (first === undefined) return null;
    const ids = places.filter(({ county }) => county === first.county).map(({ id }) => id);
    const rows = await this.needs.database.read(reach.scope, (tx) => caseRows(tx, reach, first.county, ids));
    return ids.flatMap((id) => rows.find((row) => row.id === id)?.regionCode ?? [])[0] ?? null;
  }
}

function sameVillage(region: RegionCode, village: RegionCode | null): Refusal[] {
  if (village === null || region === village) return [];
  const message = `the notice hangs in ${village}, and the household belongs to ${region}: give it a notice of its own`;
  return [refuse('BAD_VALUE', message, ['caseId'], '3.2')];
}
