import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AvailableAction as Action } from '../../domain/case/actions/available-action.js';
import { isAllowed } from '../../domain/case/actions/available-actions.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import type { Row } from '../../platform/database/read-rows.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { requestLoader } from '../../platform/graphql/request-loader.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { nameIn, type ProvinceService } from '../province/index.js';
import { AvailableAction } from './available-action.graphql.js';
import type { ActionsFound, AvailableActionsService } from './available-actions.service.js';
import { tellAction } from './tell-action.js';

/** 可办理事项 · What the viewer could do with a case today; a page of cases is read together. */
@Resolver(() => MonitoringCase)
export class AvailableActionResolver {
  constructor(
    private readonly actions: AvailableActionsService,
    private readonly provinces: ProvinceService,
  ) {}

  @FieldResolver(() => [AvailableAction], {
    description:
      'Everything that could be done with the case today (可办理事项) (art. 5.1), allowed to the viewer or with every reason against it: each outcome of each current step, its notice, objections, risks, measures, elimination in either way, and acts on the case as a whole.',
  })
  async availableActions(@Root() row: Row, @Ctx() ctx: RequestContext): Promise<AvailableAction[]> {
    const county = String(row['countyCode']);
    const loader = requestLoader<ActionsFound>(ctx, `actions ${county}`, (ids) => this.actions.of(ctx, county, ids));
    const found = await loader.load(String(row['rowId']));
    return (found?.actions ?? []).map((action) => this.present(action, found!, ctx));
  }

  private present(action: Action, found: ActionsFound, { language }: RequestContext): AvailableAction {
    const { reasons, step, section, extraForm, requiredEvidence, returnTo } = action;
    return {
      action: action.action,
      title: tellAction(action, this.nameOf(action, found, language), language),
      allowed: isAllowed(action),
      reasons: reasons.map(({ code, message, article }) => ({ code, message, article })),
      step,
      section,
      extraForm,
      requiredEvidence,
      returnTo,
      input: inputOf(action, found),
    };
  }

  private nameOf({ step, subject }: Action, { row, facts }: ActionsFound, language: 'zh' | 'en'): string | null {
    if (step !== null) {
      const run = facts.runs.find(({ endedOn }) => endedOn === null);
      const own = run === undefined ? null : stepDefinition(this.provinces.definitionOf(run, row.regionCode), step);
      return own === null ? null : nameIn(own, language);
    }
    const risk = facts.risks.find(({ id }) => id === subject?.id);
    if (risk !== undefined) return nameIn(this.provinces.riskType(row.regionCode, risk.riskType), language);
    const measure = facts.measures.find(({ id }) => id === subject?.id);
    if (measure === undefined) return null;
    const instrument = this.provinces.instrument(row.regionCode, measure.instrument);
    return instrument === null ? measure.instrument : nameIn(instrument, language);
  }
}

const SUBJECT_FIELD = { CaseRisk: 'riskId', SupportMeasure: 'measureId', Objection: 'objectionId' } as const;

/** What is settled of the mutation's input: a measure and an objection stand for their case. */
function inputOf({ action, step, subject, choice }: Action, { row }: ActionsFound): Record<string, unknown> {
  const caseId = toGlobalId('MonitoringCase', row.countyCode, row.id);
  const named =
    subject === null ? {} : { [SUBJECT_FIELD[subject.type]]: toGlobalId(subject.type, row.countyCode, subject.id) };
  return {
    ...(action === 'correctRecord' ? { subjectId: caseId } : {}),
    ...(action !== 'correctRecord' && (subject === null || subject.type === 'CaseRisk') ? { caseId } : {}),
    ...named,
    ...(action === 'giveUrgentHelp' ? {} : { expectedVersion: row.version }),
    ...(step === null ? {} : { step }),
    ...choice,
  };
}
