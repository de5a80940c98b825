import { uuidv7 } from 'uuidv7';
import type { Consequence, Corrected } from '../../domain/correction/correction.js';
import { decideCaseCorrection } from '../../domain/correction/decide-case-correction.js';
import { decideRiskCorrection } from '../../domain/correction/decide-risk-correction.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import { fromGlobalId, type GlobalIdParts } from '../../platform/graphql/global-id.js';
import type { CaseChangeBasis } from '../case/index.js';
import { type Changed, notFound, Refused, refuseAny, versionConflict } from '../change/index.js';
import { caseOfRisk, channelOf, correctRisk, insertCorrection } from './correction.repository.js';
import { type CorrectionIds, type CorrectionNeeds, type CorrectRecordAct, OPERATION } from './correction-act.js';
import { correctionFaults, correctionRow } from './correction-entry.js';
import { HouseholdCorrectionService } from './household-correction.service.js';
import { readSet } from './read-set.js';

/**
 * 更正服务 · Puts mistakes of a household, a member, a case or a risk right: the old value is kept, the rules are run again.
 *
 * @article 5.3
 */
export class CorrectionService {
  private readonly ofHousehold: HouseholdCorrectionService;

  constructor(private readonly needs: CorrectionNeeds) {
    this.ofHousehold = new HouseholdCorrectionService(needs);
  }

  /** 更正记录 · Corrects what the input names; anything else, and what is out of reach, is NOT_FOUND. */
  async correct(caller: Caller, input: CorrectRecordAct): Promise<Changed<CorrectionIds>> {
    const named = fromGlobalId(input.subjectId);
    switch (named?.type) {
      case 'Household':
      case 'Member':
        return this.ofHousehold.correct(caller, input, named);
      case 'MonitoringCase':
        return this.onCase(caller, input, named, named.id);
      case 'CaseRisk': {
        const found = await this.needs.cases.locate(caller, OPERATION, named.county, (tx) =>
          caseOfRisk(tx, named.county, named.id),
        );
        if (found !== null) return this.onCase(caller, input, named, found.id);
      }
    }
    return { done: null, refusals: [notFound('subjectId')] };
  }

  private onCase(
    caller: Caller,
    input: CorrectRecordAct,
    named: GlobalIdParts,
    caseId: string,
  ): Promise<Changed<CorrectionIds>> {
    const { county } = named;
    const ids = { county, household: '', case: caseId, correction: uuidv7() };
    const missing = notFound('subjectId');
    return this.needs.changes.make({ caller, operation: OPERATION, input, county, ids, missing }, async (tx, reach) => {
      const basis = await this.needs.cases.basis(tx, reach, caller, { county, id: caseId }, 'subjectId');
      if (input.expectedVersion !== basis.row.version)
        refuseAny([versionConflict(input.expectedVersion, basis.row.version)]);
      await this.write(basis, input, named, ids.correction);
    });
  }

  private async write(
    basis: CaseChangeBasis,
    input: CorrectRecordAct,
    named: GlobalIdParts,
    id: string,
  ): Promise<void> {
    const { tx, row, caller } = basis;
    const decision =
      named.type === 'CaseRisk' ? this.risk(basis, input, named.id) : await this.caseItself(basis, input);
    refuseAny([...correctionFaults(input), ...('refusals' in decision ? decision.refusals : [])]);
    if ('refusals' in decision) throw new Refused(decision.refusals);
    const { set, values, consequences } = decision;
    const subject = named.type as 'MonitoringCase' | 'CaseRisk';
    const place = {
      countyCode: row.countyCode,
      regionCode: row.regionCode,
      householdId: row.householdId,
      caseId: row.id,
    };
    const entry = { id, place, subject, subjectId: named.id, decision, caller, input };
    await this.needs.cases.write(basis, {
      set: set ?? {},
      action: 'correctRecord',
      occurredOn: caller.today,
      change: {
        correctionId: id,
        subject,
        subjectId: named.id,
        corrected: values,
        was: decision.before,
        ...decision.named,
        consequences: consequences.map(({ code }) => code),
        evidence: (input.evidence ?? []).map(({ kind, sha256 }) => ({ kind, sha256 })),
        sealed: ['reason'],
      },
      writes: [
        insertCorrection(tx, correctionRow(entry, this.needs.cipher)),
        ...(decision.risk === undefined ? [] : [correctRisk(tx, row.countyCode, decision.risk)]),
      ],
    });
  }

  private async caseItself({ tx, row }: CaseChangeBasis, input: CorrectRecordAct): Promise<OnCase> {
    const read = readSet('MonitoringCase', input.set);
    if ('refusals' in read) return read;
    const [channel, known] = await Promise.all([
      channelOf(tx, row.countyCode, row.id),
      this.needs.households.factsOf(tx, row.countyCode, [row.householdId]),
    ]);
    const household = known.get(row.householdId);
    if (household === undefined) throw new Refused([notFound('subjectId')]);
    const decision = decideCaseCorrection({ category: row.category, channel }, read.set, household.formerStatus);
    return 'refusals' in decision ? decision : { ...decision, set: decision.after };
  }

  private risk({ row, facts, caller }: CaseChangeBasis, input: CorrectRecordAct, riskId: string): OnCase {
    const read = readSet('CaseRisk', input.set);
    if ('refusals' in read) return read;
    const risk = facts.risks.find(({ id }) => id === riskId);
    if (risk === undefined) throw new Refused([notFound('subjectId')]);
    const { riskTypes } = this.needs.provinces.rulesOn(row.regionCode, caller.today);
    const { risks, measures } = facts;
    const decision = decideRiskCorrection({ risk, risks, measures, set: read.set, riskTypes, today: caller.today });
    return 'refusals' in decision
      ? decision
      : {
          ...decision,
          risk: decision.after,
          // By what the events knew it until now.
          named: { riskType: risk.riskType, identifiedOn: risk.identifiedOn },
        };
  }
}

type OnCase =
  | { readonly refusals: readonly Refusal[] }
  | (Extract<Corrected<unknown>, { consequences: readonly Consequence[] }> & {
      readonly set?: Extract<ReturnType<typeof decideCaseCorrection>, { after: unknown }>['after'];
      readonly named?: Readonly<Record<string, unknown>>;
      readonly risk?: Extract<ReturnType<typeof decideRiskCorrection>, { after: unknown }>['after'];
    });
