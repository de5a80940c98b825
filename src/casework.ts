import type { HolidayCalendar } from './domain/kernel/working-days.js';
import { assembleAvailableActions } from './features/available-action/available-action.room.js';
import { assembleCases, type CaseRoomParts } from './features/case/case.room.js';
import { assembleCaseHistory } from './features/case-history/case-history.room.js';
import type { ChangeService } from './features/change/index.js';
import { assembleElimination, type EliminationRoomParts } from './features/elimination/elimination.room.js';
import type { LeadReader } from './features/lead/index.js';
import { assembleNotices } from './features/notice/notice.room.js';
import { assembleOpenings } from './features/opening/opening.room.js';
import { assembleProcedures } from './features/procedure/procedure.room.js';
import { assembleRisks } from './features/risk/risk.room.js';
import type { BlindIndex } from './platform/crypto/field-cipher.js';
import type { RateLimits } from './platform/http/rate-limit.js';

/** 档案各室所需 · What the rooms about a case stand on. @article none — technical */
export interface CaseworkParts extends CaseRoomParts, Pick<EliminationRoomParts, 'judgements'> {
  readonly changes: ChangeService;
  readonly holidays: HolidayCalendar;
  readonly blindIndex: BlindIndex;
  readonly rateLimits: RateLimits;
  readonly leads: LeadReader;
}

/**
 * 档案各室 · Builds the rooms about a case, in their order: the case itself, its risks, its opening, elimination, procedures,
 * notices, and then what is told of all of them, its available actions and its history.
 *
 * @article none — technical
 */
export function assembleCasework(parts: CaseworkParts) {
  const cases = assembleCases(parts);
  const { reader, batches } = cases;
  const known = { ...parts, reader, batches };
  const elimination = assembleElimination(known);
  const { gates } = elimination;
  const notices = assembleNotices(known);
  return {
    reader,
    gates,
    notices: notices.reader,
    resolvers: [
      ...cases.resolvers,
      ...assembleRisks(known).resolvers,
      ...assembleOpenings(known).resolvers,
      ...elimination.resolvers,
      ...assembleProcedures({ ...known, gates }).resolvers,
      ...notices.resolvers,
      ...assembleAvailableActions({ ...known, elimination: elimination.service, gates }).resolvers,
      ...assembleCaseHistory(known).resolvers,
    ],
  };
}
