import { uuidv7 } from 'uuidv7';
import { decisionsThatDiffer } from '../../domain/correction/decided-anew.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { fromGlobalId, type GlobalIdParts } from '../../platform/graphql/global-id.js';
import { type CaseChangeBasis, verifiedFacts } from '../case/index.js';
import { type Changed, notFound, Refused, refuseAny, versionConflict } from '../change/index.js';
import { type CorrectedCase, correctCaseItself, correctRiskOf } from './case-corrections.js';
import { correctMeasureOf } from './correct-measure.js';
import { caseOfMeasure, caseOfRisk, insertCorrection } from './correction.repository.js';
import { type CorrectionIds, type CorrectionNeeds, type CorrectRecordAct, OPERATION } from './correction-act.js';
import { correctionFaults, correctionRow } from './correction-entry.js';
import { decideAnew } from './decide-anew.js';
import { HouseholdCorrectionService } from './household-correction.service.js';

/** By what the case of a thing that hangs on it is found. */
const CASE_OF: Readonly<Record<string, (tx: Transaction, county: string, id: string) => Promise<string | null>>> = {
  CaseRisk: caseOfRisk,
  SupportMeasure: caseOfMeasure,
};

/**
 * 更正服务 · Puts mistakes of a household, a member, a case, a risk or a measure right: the old value is kept, the rules are run again.
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
    if (named?.type === 'Household' || named?.type === 'Member') return this.ofHousehold.correct(caller, input, named);
    if (named?.type === 'MonitoringCase') return this.onCase(caller, input, named, named.id);
    const find = named === null ? undefined : CASE_OF[named.type];
    if (named !== null && find !== undefined) {
      const found = await this.needs.cases.locate(caller, OPERATION, named.county, (tx) =>
        find(tx, named.county, named.id),
      );
      if (found !== null) return this.onCase(caller, input, named, found.id);
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
    const decision = await this.decide(basis, input, named);
    refuseAny([...correctionFaults(input), ...('refusals' in decision ? decision.refusals : [])]);
    if ('refusals' in decision) throw new Refused(decision.refusals);
    const { set, values, change } = decision;
    const consequences = [...decision.consequences, ...(await this.differing(basis, decision))];
    const subject = named.type as 'MonitoringCase' | 'CaseRisk' | 'SupportMeasure';
    const place = {
      countyCode: row.countyCode,
      regionCode: row.regionCode,
      householdId: row.householdId,
      caseId: row.id,
    };
    const kept = { before: decision.before, values, consequences };
    const entry = { id, place, subject, subjectId: named.id, decision: kept, caller, input };
    await this.needs.cases.write(basis, {
      set: set ?? {},
      action: 'correctRecord',
      occurredOn: caller.today,
      change: {
        correctionId: id,
        subject,
        subjectId: named.id,
        corrected: withoutWords(values, decision.sealed),
        was: withoutWords(decision.before, decision.sealed),
        ...change,
        consequences: consequences.map(({ code }) => code),
        evidence: (input.evidence ?? []).map(({ kind, sha256 }) => ({ kind, sha256 })),
        sealed: ['reason'],
      },
      parts: decision.parts,
      writes: [insertCorrection(tx, correctionRow(entry, this.needs.cipher)), ...(decision.write?.(tx) ?? [])],
    });
  }

  private decide(basis: CaseChangeBasis, input: CorrectRecordAct, named: GlobalIdParts): Promise<CorrectedCase> {
    if (named.type === 'CaseRisk') return Promise.resolve(correctRiskOf(this.needs, basis, input, named.id));
    if (named.type === 'SupportMeasure') return correctMeasureOf(this.needs, basis, input, named.id);
    return correctCaseItself(this.needs, basis, input);
  }

  /** What the rules would now decide otherwise of the case, upon its household as it is recorded. */
  private async differing(
    { tx, row, parts, facts, caller }: CaseChangeBasis,
    { facts: after, set }: Exclude<CorrectedCase, { refusals: unknown }>,
  ) {
    const household = (await this.needs.households.factsOf(tx, row.countyCode, [row.householdId])).get(row.householdId);
    if (household === undefined || after === undefined) return [];
    const verified = verifiedFacts(parts, this.needs.cipher);
    const [was, is] = await Promise.all([
      decideAnew(this.needs, { household, own: { row, facts, verified } }, caller.today),
      decideAnew(
        this.needs,
        { household, own: { row: { ...row, ...set } as typeof row, facts: after, verified } },
        caller.today,
      ),
    ]);
    return decisionsThatDiffer(was!, is!);
  }
}

/** Values as an event may hold them: of a sealed field only whether there is something. */
function withoutWords(
  values: Readonly<Record<string, unknown>>,
  sealed: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const told = Object.entries(values).map(([field, value]) => {
    if (sealed.includes(field)) return [field, value !== null];
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [field, nested ? withoutWords(value as Record<string, unknown>, sealed) : value];
  });
  return Object.fromEntries(told);
}
