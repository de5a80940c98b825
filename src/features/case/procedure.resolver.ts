import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, ID, Info, Resolver, Root } from 'type-graphql';
import { daysLate } from '../../domain/case/identification-due.js';
import { maskName, maskPhone } from '../../domain/household/mask-personal-data.js';
import { canCompleteStep } from '../../domain/jurisdiction/can-complete-step.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { isOverdue } from '../../domain/procedure/is-overdue.js';
import type { StepDefinition as Definition, ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Row } from '../../platform/database/read-rows.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { AccessService } from '../access/index.js';
import { type ProvinceService, presentRiskType, presentStep } from '../province/index.js';
import { StepDefinition } from '../province/procedure-definition.graphql.js';
import { RiskType } from '../province/risk-type.graphql.js';
import { CaseRisk, ResponsiblePerson } from './case.graphql.js';
import { type Evidence, ProcedureRun, ProcedureStep } from './procedure.graphql.js';
import { evidencePlace, openEvidence } from './sealed-evidence.js';
import { openText } from './sealed-text.js';

/** 程序办理 · Steps below a run are read with it. */
@Resolver(() => ProcedureRun)
export class ProcedureRunResolver {
  @FieldResolver(() => [ProcedureStep], {
    description:
      'Its steps (办理环节), in the order of the procedure; a step that was sent back stands once for each attempt.',
  })
  steps(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the run ended after its last day, or is under way past it (是否逾期).',
  })
  overdue(@Root() row: Row, @Ctx() ctx: RequestContext): boolean {
    return isOverdue(
      { dueOn: row['dueOn'] as CalendarDate | null, completedOn: row['endedOn'] as CalendarDate | null },
      ctx.today,
    );
  }
}

/** 办理环节 · A step with its definition, pinned to the run's configuration, and what was entered for it. */
@Resolver(() => ProcedureStep)
export class ProcedureStepResolver {
  constructor(
    private readonly provinces: ProvinceService,
    private readonly cipher: FieldCipher,
    private readonly access: AccessService,
  ) {}

  @FieldResolver(() => StepDefinition, {
    description: 'What the procedure asks of this step (环节定义), under the configuration that the run follows.',
  })
  definition(@Root() row: Row, @Ctx() ctx: RequestContext): StepDefinition {
    return presentStep(this.definitionOf(row), ctx.language);
  }

  private definitionOf(row: Row): Definition {
    const run = {
      kind: row['runKind'] as ProcedureKind,
      configVersion: String(row['configVersion']),
      startedOn: row['runStartedOn'] as CalendarDate,
    };
    const steps = this.provinces.definitionOf(run, row['regionCode'] as RegionCode).steps;
    return steps.find(({ code }) => code === row['code'])!;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it was completed after its due day, or waits past it (是否逾期).',
  })
  overdue(@Root() row: Row, @Ctx() ctx: RequestContext): boolean {
    return isOverdue(
      { dueOn: row['dueOn'] as CalendarDate | null, completedOn: row['completedOn'] as CalendarDate | null },
      ctx.today,
    );
  }

  @FieldResolver()
  daysLate(@Root() row: Row, @Ctx() ctx: RequestContext): number | null {
    const [dueOn, doneOn] = [row['dueOn'] as CalendarDate | null, row['completedOn'] as CalendarDate | null];
    return daysLate({ dueOn, doneOn }, ctx.today);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the caller may complete it now (可否办理) (art. 5.1): it is current and of the caller's level and region.",
  })
  canAct(@Root() row: Row, @Ctx() ctx: RequestContext): boolean {
    if (row['status'] !== 'CURRENT' || ctx.principal === null) return false;
    return (
      canCompleteStep({
        grants: ctx.principal.grants,
        step: this.definitionOf(row),
        regionCode: row['regionCode'] as RegionCode,
      }) === null
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Note entered with it (说明), a reason where it was returned or rejected; null for none, and for viewers who are shown no words.',
  })
  note(@Root() row: Row, @Ctx() ctx: RequestContext): string | null {
    if (!this.access.readsWords(ctx, row['regionCode'] as RegionCode)) return null;
    return openText(this.cipher, row, 'noteSealed', 'procedure_step', 'note_sealed');
  }

  @FieldResolver()
  evidence(@Root() row: Row): readonly Evidence[] {
    return openEvidence(this.cipher, evidencePlace(String(row['rowId'])), row['evidence']);
  }
}

/** 返贫致贫风险 · A risk with its type, in the words of the province. */
@Resolver(() => CaseRisk)
export class CaseRiskResolver {
  constructor(private readonly provinces: ProvinceService) {}

  @FieldResolver(() => ID, { description: 'Id of the risk (风险标识), to be given to `resolveRisk`.' })
  id(@Root() row: Row): string {
    return toGlobalId('CaseRisk', String(row['countyCode']), String(row['rowId']));
  }

  @FieldResolver(() => RiskType, { description: 'Kind of risk (风险类型) (art. 4.2), as the province names it.' })
  riskType(@Root() row: Row, @Ctx() ctx: RequestContext): RiskType {
    const type = this.provinces.riskType(row['regionCode'] as RegionCode, String(row['riskTypeCode']));
    return presentRiskType(type, ctx.language);
  }
}

/** 帮扶责任人 · Names are opened for the offices that answer for the place and for the household; masked to others. */
@Resolver(() => ResponsiblePerson)
export class ResponsiblePersonResolver {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly access: AccessService,
  ) {}

  @FieldResolver(() => String, {
    description: 'Name of the person responsible (帮扶责任人姓名), masked to the nation and to auditors.',
  })
  name(@Root() row: Row, @Ctx() ctx: RequestContext): string {
    const name = openText(this.cipher, row, 'nameSealed', 'responsible_person', 'name_sealed') ?? '';
    return this.access.readsWords(ctx, row['regionCode'] as RegionCode) ? name : maskName(name);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Phone at which the person is reached (联系电话); null where none is recorded; masked to the nation and to auditors.',
  })
  phone(@Root() row: Row, @Ctx() ctx: RequestContext): string | null {
    const phone = openText(this.cipher, row, 'phoneSealed', 'responsible_person', 'phone_sealed');
    if (phone === null || this.access.readsWords(ctx, row['regionCode'] as RegionCode)) return phone;
    return maskPhone(phone);
  }
}
