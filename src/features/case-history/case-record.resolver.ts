import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { AuditVerification } from '../audit/audit.graphql.js';
import { readCaseId } from '../case/index.js';
import type { CaseRecordService } from './case-record.service.js';

/** 档案核对 · What a verification says beside the chain: whether the record is what the chain tells. */
@Resolver(() => AuditVerification)
export class CaseRecordResolver {
  constructor(private readonly records: CaseRecordService) {}

  @FieldResolver(() => [String], {
    description:
      'Of a case, what its record says otherwise than its events, rebuilt from the first to the last (档案与事件的差异) (art. 5.3): "status", "runs", "risks", "measures", …; "events" where they do not begin with its opening. Empty where they agree, and for households and leads.',
  })
  async differences(@Root() { subjectId }: { subjectId: string }, @Ctx() ctx: RequestContext): Promise<string[]> {
    const place = readCaseId(subjectId);
    return place === null ? [] : this.records.differences(ctx, place);
  }
}
