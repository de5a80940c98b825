import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import { readAheadKey } from '../../platform/database/read-shape.js';
import { selectedBelow } from '../../platform/database/selection.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MonitoringCase } from '../case/case.graphql.js';
import type { LeadReader } from '../lead/index.js';
import { Lead } from '../lead/lead.graphql.js';
import { VerifyLeadInput } from '../lead/lead.input.js';
import { LeadPayload } from '../lead/lead-payload.graphql.js';
import type { VerifyLeadService } from './verify-lead.service.js';

/** 线索与档案 · The cases that leads come to, and the leads that cases took up. */
@Resolver(() => Lead)
export class LeadCaseResolver {
  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description: 'The case that it led to or joined (监测对象); null for none.',
  })
  case(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row | null {
    return readAhead(row, info);
  }
}

/** 档案的线索 · The leads that a case took up. */
@Resolver(() => MonitoringCase)
export class CaseLeadResolver {
  @FieldResolver(() => [Lead], { description: 'Leads that the case took up, oldest first (相关线索) (art. 3.1).' })
  leads(@Root() row: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(row, info);
  }
}

/** Under which the payload's case lies beside whatever was asked for of the lead itself. */
const PAYLOAD = 'of the payload';

/** 核实线索 · The verification of a lead, which may open a case. */
@Resolver(() => LeadPayload)
export class VerifyLeadResolver {
  constructor(
    private readonly verification: VerifyLeadService,
    private readonly leads: LeadReader,
  ) {}

  @Mutation(() => LeadPayload, {
    description:
      'Ends a lead in a recorded outcome (核实线索) (art. 3.1): OPEN_CASE opens a case, or joins the one that is open; DISMISS and DUPLICATE close it with the reason.',
  })
  async verifyLead(
    @Arg('input', () => VerifyLeadInput, { description: 'The lead, what was found and what follows (办理内容).' })
    input: VerifyLeadInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ lead: Row | null; case: Row | null; userErrors: readonly object[] }> {
    const { done, refusals } = await this.verification.verifyLead(ctx, input);
    if (done === null) return { lead: null, case: null, userErrors: refusals };
    const asked = selectionOf(info);
    const itsCase = { name: 'case', key: PAYLOAD, args: {}, selection: selectedBelow(asked, 'case') };
    const wanted = [...selectedBelow(asked, 'lead'), itsCase];
    const [lead] = await this.leads.find(ctx, done.county, [done.lead], wanted, 'Mutation.verifyLead');
    return {
      lead: lead ?? null,
      case: (lead?.[readAheadKey('case', PAYLOAD)] as Row | undefined) ?? null,
      userErrors: [],
    };
  }

  @FieldResolver(() => MonitoringCase, {
    nullable: true,
    description: 'The case that was opened or joined (监测对象); null when none was, or the change was refused.',
  })
  case(@Root() payload: { case?: Row | null }): Row | null {
    return payload.case ?? null;
  }
}
