import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { countedAhead, readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { AccessService } from '../access/index.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { openColumn, openEvidence, openText } from '../case/index.js';
import type { Evidence } from '../case/procedure.graphql.js';
import type { ProvinceService } from '../province/index.js';
import { PolicyInstrument } from '../province/instrument.graphql.js';
import { RiskType } from '../province/risk-type.graphql.js';
import { deliveryPapers } from './delivery-papers.js';
import { Delivery, SupportMeasure, SupportMeasureConnection } from './measure.graphql.js';
import type { MeasureReader } from './measure-reader.service.js';
import { addressedRisks, measuredInstrument } from './measured-instrument.js';

/** 帮扶措施 · A measure with its instrument, in the words of the province. @article 4.1 */
@Resolver(() => SupportMeasure)
export class SupportMeasureResolver {
  constructor(
    private readonly provinces: ProvinceService,
    private readonly cipher: FieldCipher,
  ) {}

  @FieldResolver()
  provider(@Root() row: Row): string | null {
    return openColumn(this.cipher, row, 'provider', 'support_measure', 'provider');
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() row: Row): string {
    return toGlobalId('SupportMeasure', String(row['countyCode']), String(row['rowId']));
  }

  @FieldResolver(() => MonitoringCase, { description: 'The case that it supports (监测对象).' })
  case(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row {
    return readAhead(row, info);
  }

  @FieldResolver(() => PolicyInstrument, { description: 'The instrument that it is a use of (帮扶政策工具).' })
  instrument(@Root() row: Row, @Ctx() ctx: RequestContext): PolicyInstrument {
    return measuredInstrument(this.provinces, row, ctx.language);
  }

  @FieldResolver(() => [RiskType], {
    description: 'Risks of the case that it answers (对应风险类型) (art. 4.2).',
  })
  addresses(@Root() row: Row, @Ctx() ctx: RequestContext): RiskType[] {
    return addressedRisks(this.provinces, row, ctx.language);
  }

  @FieldResolver(() => [Delivery], {
    description: 'Every time it reached the household, oldest first (落实记录) (art. 4.1).',
  })
  deliveries(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }
}

/** 落实记录 · A delivery; its note is opened for the offices that answer for the place and for the household. @article 4.1 */
@Resolver(() => Delivery)
export class DeliveryResolver {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly access: AccessService,
  ) {}

  @FieldResolver()
  inKind(@Root() row: Row): string | null {
    return openColumn(this.cipher, row, 'inKind', 'delivery', 'in_kind');
  }

  @FieldResolver()
  evidence(@Root() row: Row): readonly Evidence[] {
    return openEvidence(this.cipher, deliveryPapers(String(row['rowId'])), row['evidence']);
  }

  @FieldResolver()
  note(@Root() row: Row, @Ctx() ctx: RequestContext): string | null {
    if (!this.access.readsWords(ctx, row['regionCode'] as RegionCode)) return null;
    return openText(this.cipher, row, 'noteSealed', 'delivery', 'note_sealed');
  }
}

/** 档案的措施 · Measures below a case. @article 4.1 */
@Resolver(() => MonitoringCase)
export class CaseMeasuresResolver {
  constructor(private readonly measuresOf: MeasureReader) {}

  @FieldResolver(() => SupportMeasureConnection, {
    description: 'Support planned and given, the newest first (帮扶措施) (art. 4.1).',
  })
  measures(
    @Root() row: Row,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> | Connection<Row> {
    const ahead = paging.after ? null : { rows: readAhead<Row[]>(row, info), total: countedAhead(row, info) };
    const { countyCode, rowId } = row;
    const monitored = { countyCode: String(countyCode), rowId: String(rowId) };
    return this.measuresOf.ofCase(ctx, monitored, paging, selectionOf(info), ahead);
  }
}
