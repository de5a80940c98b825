import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Consequence as Said } from '../../domain/correction/correction.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Row } from '../../platform/database/read-rows.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { AccessService } from '../access/index.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { openText } from '../case/index.js';
import { Evidence } from '../case/procedure.graphql.js';
import { Household } from '../household/household.graphql.js';
import { Consequence, Correction, CorrectionPayload } from './correction.graphql.js';
import { CorrectRecordInput } from './correction.input.js';
import type { CorrectionService } from './correction.service.js';
import type { CorrectionReader } from './correction-reader.service.js';

/** 更正 · The one mutation that puts mistakes right. */
@Resolver()
export class CorrectRecordResolver {
  constructor(
    private readonly corrections: CorrectionService,
    private readonly reader: CorrectionReader,
  ) {}

  @Mutation(() => CorrectionPayload, {
    description:
      'Puts a mistake of the record right (更正记录) (art. 2.1, 5.3): appends the correction with its reason, keeps the old value, runs the rules again and says what follows.',
  })
  async correctRecord(
    @Arg('input', () => CorrectRecordInput, { description: 'What is corrected, how and why (办理内容).' })
    input: CorrectRecordInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Record<'household' | 'case' | 'correction', Row | null> & Pick<CorrectionPayload, 'userErrors'>> {
    const { done, refusals } = await this.corrections.correct(ctx, input);
    if (done === null) return { household: null, case: null, correction: null, userErrors: refusals };
    return { ...(await this.reader.read(ctx, done, selectionOf(info))), userErrors: [] };
  }
}

/** 农户的更正 · Corrections below a household, those of its cases too. */
@Resolver(() => Household)
export class HouseholdCorrectionsResolver {
  @FieldResolver(() => [Correction], {
    description: 'What was put right of the household and its cases (更正记录) (art. 5.3), the newest first.',
  })
  corrections(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }
}

/** 档案的更正 · Corrections below a case. */
@Resolver(() => MonitoringCase)
export class CaseCorrectionsResolver {
  @FieldResolver(() => [Correction], {
    description:
      'What was put right of the case, and of its household while it was open (更正记录) (art. 5.3), the newest first.',
  })
  corrections(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }
}

/** 更正内容 · Values, reason and papers are opened for the offices that answer for the place. */
@Resolver(() => Correction)
export class CorrectionResolver {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly access: AccessService,
  ) {}

  @FieldResolver(() => ID, { description: 'Id of the correction (更正标识), stable, for keys in a front end.' })
  id(@Root() row: Row): string {
    return toGlobalId('Correction', String(row['countyCode']), String(row['rowId']));
  }

  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description:
      'The values as they were, by field (更正前), amounts in yuan; null for viewers who are shown no words.',
  })
  before(@Root() row: Row, @Ctx() ctx: RequestContext): Readonly<Record<string, unknown>> | null {
    return this.open(row, ctx, 'beforeSealed', 'before_sealed');
  }

  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description:
      'The values as they are since, by field (更正后), amounts in yuan; null for viewers who are shown no words.',
  })
  after(@Root() row: Row, @Ctx() ctx: RequestContext): Readonly<Record<string, unknown>> | null {
    return this.open(row, ctx, 'afterSealed', 'after_sealed');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was a mistake (更正理由); null for viewers who are shown no words.',
  })
  reason(@Root() row: Row, @Ctx() ctx: RequestContext): string | null {
    return this.open(row, ctx, 'reasonSealed', 'reason_sealed');
  }

  @FieldResolver(() => [Evidence], {
    description: 'Papers given with it (佐证材料); empty for none, and for viewers who are shown no words.',
  })
  evidence(@Root() row: Row, @Ctx() ctx: RequestContext): Evidence[] {
    const papers = this.open<Partial<Evidence>[]>(row, ctx, 'evidenceSealed', 'evidence_sealed') ?? [];
    return papers.map(({ kind = '', title = '', uri = null, sha256 = null }) => ({ kind, title, uri, sha256 }));
  }

  @FieldResolver(() => [Consequence], {
    description: 'What the rules said of the record once it was corrected (更正的后果).',
  })
  consequences(@Root() row: Row, @Ctx() { language }: RequestContext): Consequence[] {
    const said = row['consequenceRows'] as readonly Said[];
    return said.map(({ code, message, article }) => ({ code, message: message[language], article }));
  }

  private open<T>(row: Row, ctx: RequestContext, key: string, column: string): T | null {
    if (!this.access.readsWords(ctx, row['regionCode'] as RegionCode)) return null;
    const text = openText(this.cipher, row, key, 'correction', column);
    return text === null ? null : (JSON.parse(text) as T);
  }
}
