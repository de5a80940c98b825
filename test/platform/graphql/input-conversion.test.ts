import { type GraphQLSchema, graphql, printType } from 'graphql';
import { Arg, Args, buildSchema, Query, Resolver } from 'type-graphql';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IncomeInput } from '../../../src/features/income/income.input.js';
import { MemberPatchInput } from '../../../src/features/member/member-patch.input.js';
import { PagingArgs } from '../../../src/platform/graphql/paging-args.js';

let received: unknown;

/** Decorators are called as functions, since only files of the product are compiled with them. */
function echo(): new () => object {
  class Echo {
    patch(member: MemberPatchInput): boolean {
      received = member;
      return true;
    }
    income(income: IncomeInput): boolean {
      received = income;
      return true;
    }
    page(page: PagingArgs): boolean {
      received = page;
      return true;
    }
  }
  const { prototype } = Echo;
  Arg('member', () => MemberPatchInput)(prototype, 'patch', 0);
  Arg('income', () => IncomeInput)(prototype, 'income', 0);
  Args(() => PagingArgs)(prototype, 'page', 0);
  for (const name of ['patch', 'income', 'page']) {
    Query(() => Boolean)(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  }
  Resolver()(Echo);
  return Echo;
}

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema({ resolvers: [echo()], validate: false });
});
beforeEach(() => {
  received = undefined;
});

const ask = (source: string, variableValues: Record<string, unknown> = {}) =>
  graphql({ schema, source, variableValues });

describe('inputs on their way to a resolver', () => {
  it('keep apart what is absent from what is null in a change of a member', async () => {
    await ask('{ patch(member: { phone: null, employment: "瓦工" }) }');
    expect(received).toBeInstanceOf(MemberPatchInput);
    expect(Object.entries(received as object)).toEqual([
      ['phone', null],
      ['employment', '瓦工'],
    ]);
  });

  it('turn amounts into fen and give zero where nothing is said', async () => {
    const income = { from: '2022-10-01', to: '2023-09-30', wages: '12000.50', transfers: 800 };
    await ask('query ($income: IncomeInput!) { income(income: $income) }', { income });
    expect(received).toMatchObject({ wages: 1_200_050, transfers: 80_000, business: 0, other: 0, from: '2022-10-01' });
  });

  it('are stopped by their scalar with the path and the reason: three decimals, a day that never was', async () => {
    const income = { from: '2023-02-29', to: '2023-09-30', wages: '12000.505' };
    const { errors } = await ask('query ($income: IncomeInput!) { income(income: $income) }', { income });
    expect(errors?.map(({ message }) => message)).toEqual([
      'Variable "$income" got invalid value "2023-02-29" at "income.from"; 2023-02-29 is no day of the calendar',
      'Variable "$income" got invalid value "12000.505" at "income.wages"; an amount in yuan has at most two decimals; "12000.505" has 3',
    ]);
    expect(received).toBeUndefined();
  });

  it('say how a list is paged in either direction', () => {
    const sdl = printType(schema.getQueryType()!)
      .replace(/"{3}[^"]*"{3}/g, '')
      .replace(/\s+/g, ' ');
    expect(sdl).toContain('page( first: Int after: String last: Int before: String ): Boolean!');
  });
});
