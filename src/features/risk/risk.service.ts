import { uuidv7 } from 'uuidv7';
import { checkRiskFound, checkRiskResolved } from '../../domain/case/check-risk.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import { type CaseChangeService, LONGEST, type OnCase, readCaseId, sealText, textFaults } from '../case/index.js';
import { type Changed, refuseAny } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';

/** 记录风险 · The mutation's input. */
export interface RecordRiskAct extends OnCase {
  readonly riskType: string;
  readonly identifiedOn: CalendarDate;
  readonly note?: string | null;
}

/** 化解风险 · The mutation's input. */
export interface ResolveRiskAct extends OnCase {
  readonly riskId: string;
  readonly resolvedOn: CalendarDate;
  readonly note: string;
}

/**
 * 风险服务 · Risks that turn up on an open case, and risks that are resolved.
 *
 * @article 4.2
 */
export class RiskService {
  constructor(
    private readonly changes: CaseChangeService,
    private readonly provinces: ProvinceService,
    private readonly cipher: FieldCipher,
  ) {}

  /** 记录风险 · Adds a risk to an open case. */
  recordRisk(caller: Caller, input: RecordRiskAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.recordRisk', input, place: readCaseId(input.caseId) };
    return this.changes.change(request, async ({ row, facts }) => {
      const { riskTypes } = this.provinces.rulesOn(row.regionCode, input.identifiedOn);
      refuseAny([...checkRiskFound(facts, input, riskTypes, caller.today), ...noteFaults(input)]);
      const id = uuidv7();
      const noteSealed = sealText(this.cipher, input.note, 'case_risk', 'note_sealed', id);
      const risk = {
        id,
        riskType: input.riskType,
        primary: facts.risks.length === 0,
        identifiedOn: input.identifiedOn,
        noteSealed,
      };
      return {
        set: {},
        action: 'recordRisk',
        occurredOn: input.identifiedOn,
        change: { riskId: id, riskType: input.riskType },
        parts: { newRisks: [risk] },
      };
    });
  }

  /** 化解风险 · Marks a risk as resolved, with how. */
  resolveRisk(caller: Caller, input: ResolveRiskAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.resolveRisk', input, place: readCaseId(input.caseId) };
    const named = fromGlobalId(input.riskId);
    const riskId = named?.type === 'CaseRisk' ? named.id : '';
    return this.changes.change(request, async ({ facts }) => {
      refuseAny([...checkRiskResolved(facts, { ...input, riskId }, caller.today), ...noteFaults(input)]);
      const noteSealed = sealText(this.cipher, input.note, 'case_risk', 'resolution_note_sealed', riskId);
      const riskType = facts.risks.find(({ id }) => id === riskId)?.riskType;
      return {
        set: {},
        action: 'resolveRisk',
        occurredOn: input.resolvedOn,
        change: { riskId, riskType },
        parts: { resolvedRisks: [{ id: riskId, on: input.resolvedOn, noteSealed }] },
      };
    });
  }
}

function noteFaults({ note }: { readonly note?: string | null }) {
  return textFaults([{ text: note, path: ['note'], longest: LONGEST.note }]);
}
