import { FieldResolver, Resolver, Root } from 'type-graphql';
import {
  netIncome,
  perCapita,
  perCapitaAfterRigid,
  referencePerCapita,
  rigidTotal,
} from '../../domain/income/net-income.js';
import type { Fen } from '../../domain/kernel/money.js';
import { IncomeRecord, type RigidExpenditure } from './income.graphql.js';
import type { IncomeObject } from './income-object.js';

/** 收入记录 · What the domain reckons from a record. @article 2.1 */
@Resolver(() => IncomeRecord)
export class IncomeResolver {
  @FieldResolver()
  rigidExpenditure(@Root() record: IncomeObject): RigidExpenditure {
    return { ...record.rigid, total: rigidTotal(record) };
  }

  @FieldResolver()
  netIncome(@Root() record: IncomeObject): Fen {
    return netIncome(record);
  }

  @FieldResolver()
  perCapita(@Root() record: IncomeObject): Fen {
    return perCapita(record);
  }

  @FieldResolver()
  perCapitaAfterRigid(@Root() record: IncomeObject): Fen {
    return perCapitaAfterRigid(record);
  }

  @FieldResolver()
  referencePerCapita(@Root() record: IncomeObject): Fen {
    return referencePerCapita(record);
  }
}
