import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { ImportHouseholdsInput } from './import.input.js';
import type { ImportHouseholdsService, ImportReport } from './import-households.service.js';
import { ImportPayload } from './import-payload.graphql.js';
import { rowReader } from './import-row.js';

/** 批量导入农户 · @article 5.4 */
@Resolver()
export class ImportResolver {
  constructor(private readonly imports: ImportHouseholdsService) {}

  @Mutation(() => ImportPayload, {
    description:
      'Takes over up to 1,000 households from another register (批量导入农户) (art. 5.4), a transaction a county; each row stands or falls by itself and is reported by its index.',
  })
  importHouseholds(
    @Arg('input', () => ImportHouseholdsInput, { description: 'The households to take over (办理内容), row by row.' })
    input: ImportHouseholdsInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImportReport> {
    return this.imports.import(ctx, input, rowReader(info.schema));
  }
}
