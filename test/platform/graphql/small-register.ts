import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Info,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { buildHoldlineSchema } from '../../../src/platform/graphql/build-schema.js';
import type { Access } from '../../../src/platform/graphql/guard-fields.js';
import {
  DateScalar,
  DateTimeScalar,
  JsonObjectScalar,
  YuanScalar,
} from '../../../src/platform/graphql/scalars/index.js';

// A register in small, whose values may be null, promises, errors or of the wrong type wherever a story wants them to be.

export enum Category {
  OUT_OF_POVERTY_UNSTABLE = 'OUT_OF_POVERTY_UNSTABLE',
  MARGINAL = 'MARGINAL',
}
registerEnumType(Category, { name: 'Category' });

@InterfaceType({ resolveType: (value: { id: string }) => (value.id.startsWith('R') ? 'Region' : 'Household') })
export abstract class SmallNode {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class Member {
  @Field(() => String)
  name!: string;
  @Field(() => Int, { nullable: true })
  age?: number | null;
  @Field(() => DateScalar, { nullable: true })
  birthDate?: string | null;
  @Field(() => YuanScalar)
  income!: number;
}

@ObjectType({ implements: SmallNode })
export class Region extends SmallNode {
  @Field(() => String)
  title!: string;
  @Field(() => [Household], { nullable: true })
  households?: Household[] | null;
}

@ObjectType({ implements: SmallNode })
export class Household extends SmallNode {
  @Field(() => String)
  number!: string;
  @Field(() => Member, { nullable: true })
  head?: Member | null;
  @Field(() => [Member])
  members!: Member[];
  @Field(() => [String], { nullable: 'itemsAndList' })
  tags?: (string | null)[] | null;
  @Field(() => [[Int]], { nullable: true })
  grid?: number[][] | null;
  @Field(() => Category, { nullable: true })
  category?: Category | null;
  scoreOutcome!: unknown;
  eldersOutcome!: unknown;
  region!: unknown;
}

@InputType()
export class AgeRange {
  @Field(() => Int, { nullable: true })
  gte?: number;
  @Field(() => Int, { defaultValue: 120 })
  lte!: number;
}

@InputType()
export class HouseholdFilter {
  @Field(() => [HouseholdFilter], { nullable: true })
  and?: HouseholdFilter[];
  @Field(() => AgeRange, { nullable: true })
  age?: AgeRange;
  @Field(() => [Category], { nullable: true })
  category?: Category[];
  @Field(() => DateScalar, { nullable: true })
  since?: string;
}

/** Runs a stored outcome: a thrown, a rejected, an awaited or a plain value. */
export function play(outcome: unknown): unknown {
  return typeof outcome === 'function' ? (outcome as () => unknown)() : outcome;
}

export interface SmallContext {
  readonly world: Readonly<Record<string, unknown>>;
  readonly journal: unknown[];
}

@Resolver(() => Household)
export class SmallResolver {
  @Query(() => Household, { nullable: true })
  household(@Arg('id', () => ID) id: string, @Ctx() context: SmallContext): unknown {
    return play(context.world[id]);
  }

  @Query(() => [Household])
  households(
    @Arg('first', () => Int, { defaultValue: 3 }) first: number,
    @Arg('where', () => HouseholdFilter, { nullable: true }) _where: HouseholdFilter,
    @Ctx() context: SmallContext,
  ): unknown {
    const list = play(context.world.list);
    return Array.isArray(list) ? list.slice(0, first) : list;
  }

  @Query(() => SmallNode, { nullable: true })
  node(@Arg('id', () => ID) id: string, @Ctx() context: SmallContext): unknown {
    return play(context.world[id]);
  }

  @Query(() => String)
  echo(
    @Arg('day', () => DateScalar, { nullable: true }) day: unknown,
    @Arg('amount', () => YuanScalar, { nullable: true }) amount: unknown,
    @Arg('instant', () => DateTimeScalar, { nullable: true }) instant: unknown,
    @Arg('object', () => JsonObjectScalar, { nullable: true }) object: unknown,
    @Arg('where', () => HouseholdFilter, { nullable: true }) where: unknown,
    @Arg('numbers', () => [Int], { nullable: true }) numbers: unknown,
    @Arg('text', () => String, { defaultValue: 'default' }) text: unknown,
  ): string {
    const kind = instant instanceof Date ? 'Date' : typeof instant;
    return JSON.stringify({ day, amount, instant, kind, object, where, numbers, text });
  }

  @FieldResolver(() => Float)
  score(@Root() household: Household): unknown {
    return play(household.scoreOutcome);
  }

  @FieldResolver(() => [Member], { nullable: true })
  elders(@Root() household: Household, @Arg('from', () => Int, { nullable: true }) from: number): unknown {
    const outcome = play(household.eldersOutcome);
    return Array.isArray(outcome) && typeof from === 'number' ? outcome.slice(from) : outcome;
  }

  @FieldResolver(() => Region)
  town(@Root() household: Household, @Info() info: GraphQLResolveInfo, @Ctx() context: SmallContext): unknown {
    context.journal.push(noteOf(info));
    return play(household.region);
  }

  @Mutation(() => Int)
  add(@Arg('n', () => Int) n: number, @Ctx() context: SmallContext): unknown {
    context.journal.push(n);
    if (n < 0) throw new Error('negative');
    return n % 2 === 0 ? Promise.resolve(context.journal.length) : context.journal.length;
  }
}

/** What look-ahead reads of `info`. */
function noteOf(info: GraphQLResolveInfo): unknown {
  return {
    field: info.fieldName,
    nodes: info.fieldNodes.map((node) => node.selectionSet?.selections.length),
    fragments: Object.keys(info.fragments),
    variables: { ...info.variableValues },
    keys: keysOf(info.path),
    returnType: String(info.returnType),
    parentType: info.parentType.name,
    operation: info.operation.name?.value ?? null,
    types: Object.keys(info.schema.getTypeMap()).length,
  };
}

function keysOf(path: GraphQLResolveInfo['path'] | undefined): (string | number)[] {
  return path === undefined ? [] : [...keysOf(path.prev), path.key];
}

const OPEN_ACCESS: Access = { ruleOf: () => 'open' };

export function buildSmallSchema(access: Access = OPEN_ACCESS) {
  const resolver = new SmallResolver();
  return buildHoldlineSchema({
    resolvers: [SmallResolver],
    orphanedTypes: [Region],
    container: { get: () => resolver },
    access,
  });
}
