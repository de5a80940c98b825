import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { configurationKeyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import { PROCEDURE_KINDS } from '../../domain/procedure/procedure-definition.js';
import type { LoadedProvince } from '../../domain/province/province-config.js';
import { sourcesOf } from '../../domain/province/sources-of.js';
import type { InstrumentFamily } from '../../domain/support/policy-instrument.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { AlertKind } from './alert-kind.graphql.js';
import type { Language } from './in-language.js';
import { InstrumentFamilyEnum, PolicyInstrument } from './instrument.graphql.js';
import { MonitoringLine } from './monitoring-line.graphql.js';
import { presentAlertKinds } from './present-alert-kind.js';
import { presentInstrument, presentRiskType } from './present-instrument.js';
import { presentLine, presentSource } from './present-line.js';
import { presentProcedure } from './present-procedure.js';
import { ProcedureDefinition } from './procedure-definition.graphql.js';
import { PolicySource, Province } from './province.graphql.js';
import type { ProvinceService } from './province.service.js';
import { RiskType } from './risk-type.graphql.js';

// What stands below a list without page sizes is reckoned five times; these lists are longer, and need no token.
const PROVINCES_COST = 500;
const INSTRUMENTS_COST = 300;
const PROCEDURES_COST = 100;
const FEW_COST = 50;

const ON = 'Day that is meant (日期); today where it is left out.';

/** 各省配置 · Provinces and what they declare, readable without a token. @article 2.2, 5.1 */
@Resolver(() => Province)
export class ProvinceResolver {
  constructor(
    private readonly service: ProvinceService,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => [Province], {
    complexity: PROVINCES_COST,
    description:
      'Provinces whose configuration is loaded (已配置省份) (art. 2.2), in the order of their codes, those that the baseline serves included; readable without a token.',
  })
  provinces(@Ctx() ctx: RequestContext): Partial<Province>[] {
    return this.service.all().map((province) => presentProvince(province, ctx.language));
  }

  @Query(() => Province, {
    nullable: true,
    description:
      'One province and its rules (省级配置) (art. 2.2); one without a module is served by the national baseline. Null for a code that is no province’s; PROVINCE_CONFIG_INVALID where its module was refused.',
  })
  province(
    @Arg('code', () => RegionCodeScalar, {
      description: 'Division code of the province (省级区划代码), e.g. "430000"; "660000" for the Corps.',
    })
    code: RegionCode,
    @Ctx() ctx: RequestContext,
  ): Partial<Province> | null {
    const found = configurationKeyOf(code) === code ? this.service.served(code) : null;
    return found && presentProvince(found, ctx.language);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The province as a region (对应行政区划); null where the register of divisions has none.',
  })
  region(@Root() { code }: Province): Region | null {
    const row = this.tree.find(code);
    return row && regionObject(row);
  }

  @FieldResolver(() => [PolicySource], { complexity: FEW_COST })
  sources(@Root() { code }: Province): PolicySource[] {
    return sourcesOf(this.service.served(code)!.config).map(presentSource);
  }

  @FieldResolver(() => MonitoringLine, {
    nullable: true,
    description:
      "The line in force on a day (当日监测线) (art. 2.2), the whole province's; null before the first entry.",
  })
  monitoringLine(
    @Root() { code }: Province,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): MonitoringLine | null {
    const { line, bands } = this.service.rulesOn(code, on ?? ctx.today);
    return line && presentLine(line, bands, ctx.language);
  }

  @FieldResolver(() => [MonitoringLine], {
    complexity: FEW_COST,
    description: 'Every line so far, oldest first, county lines included (历次监测线) (art. 2.2).',
  })
  monitoringLines(@Root() { code }: Province, @Ctx() ctx: RequestContext): MonitoringLine[] {
    const lines = this.service.linesOf(this.service.served(code)!, ctx.today);
    return lines.map(({ line, bands }) => presentLine(line, bands, ctx.language));
  }

  @FieldResolver(() => [ProcedureDefinition], {
    complexity: PROCEDURES_COST,
    description:
      'The procedures in force on a day (程序) (art. 3.2); a day before the first rules is answered by the first.',
  })
  procedures(
    @Root() { code }: Province,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): ProcedureDefinition[] {
    const { procedures } = this.service.rulesOn(code, on ?? ctx.today);
    return PROCEDURE_KINDS.map((kind) => presentProcedure(procedures[kind], ctx.language));
  }

  @FieldResolver(() => [PolicyInstrument], {
    complexity: INSTRUMENTS_COST,
    description:
      'Instruments offered on a day (帮扶政策工具目录) (art. 4.1); a day before the first rules is answered by the first.',
  })
  instruments(
    @Root() { code }: Province,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: CalendarDate | null,
    @Arg('family', () => InstrumentFamilyEnum, {
      nullable: true,
      description: 'Only those of this family (帮扶类别); all where it is left out.',
    })
    family: InstrumentFamily | null,
    @Ctx() ctx: RequestContext,
  ): PolicyInstrument[] {
    const rules = this.service.rulesOn(code, on ?? ctx.today);
    const offered = rules.instruments.filter((one) => (family ?? one.family) === one.family);
    return offered.map((one) => presentInstrument(one, rules, ctx.language));
  }

  @FieldResolver(() => [RiskType], {
    complexity: FEW_COST,
    description:
      'Risk types of the province on a day (风险类型目录) (art. 4.2); a day before the first rules is answered by the first.',
  })
  riskTypes(
    @Root() { code }: Province,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): RiskType[] {
    return this.service.rulesOn(code, on ?? ctx.today).riskTypes.map((type) => presentRiskType(type, ctx.language));
  }

  @FieldResolver(() => [AlertKind], {
    complexity: FEW_COST,
    description:
      "Kinds of alert that departments send down on a day (部门筛查预警种类) (art. 3.1), a county's own list in place of the province's; a day before the first rules is answered by the first.",
  })
  alertKinds(
    @Root() { code }: Province,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: CalendarDate | null,
    @Arg('county', () => RegionCodeScalar, {
      nullable: true,
      description: 'County of the province whose list is meant (县); the whole province where it is left out.',
    })
    county: RegionCode | null,
    @Ctx() ctx: RequestContext,
  ): AlertKind[] {
    const place = county ?? code;
    const rules = this.service.rulesOn(configurationKeyOf(place) === code ? place : code, on ?? ctx.today);
    return presentAlertKinds(rules, ctx.language);
  }
}

/** 区划的省级配置 · The province that a region is configured by. @article 5.1 */
@Resolver(() => Region)
export class RegionProvinceResolver {
  constructor(private readonly service: ProvinceService) {}

  @FieldResolver(() => Province, {
    nullable: true,
    description:
      'The province whose configuration rules here (适用的省级配置) (art. 2.2, 5.1); null for the nation. PROVINCE_CONFIG_INVALID where its module was refused.',
  })
  province(@Root() { code }: Region, @Ctx() ctx: RequestContext): Partial<Province> | null {
    const found = this.service.served(code);
    return found && presentProvince(found, ctx.language);
  }
}

/** 监测线适用县 · The county of a line of its own. @article 2.2 */
@Resolver(() => MonitoringLine)
export class MonitoringLineResolver {
  constructor(private readonly tree: RegionTree) {}

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The county whose own line it is (适用县) (art. 2.2); null for the whole province.',
  })
  county(@Root() { countyCode }: MonitoringLine): Region | null {
    const row = countyCode === null ? null : this.tree.find(countyCode as RegionCode);
    return row && regionObject(row);
  }
}

/** What the other fields are resolved from. */
function presentProvince(province: LoadedProvince, language: Language): Partial<Province> {
  const { code, name, configVersion, servedByBaseline } = province;
  return { code: code as RegionCode, name: name[language], configVersion, servedByBaseline };
}
