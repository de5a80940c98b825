import { assertObjectType, type GraphQLResolveInfo, graphql } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { buildHoldlineSchema } from '../../../src/platform/graphql/build-schema.js';
import { ForwardPagingArgs } from '../../../src/platform/graphql/paging-args.js';

@ArgsType()
class RangeArgs extends ForwardPagingArgs {
  @Field(() => Int, { nullable: true })
  step?: number | null;

  get size(): number {
    return this.first ?? 0;
  }
}

@InputType()
class BoundInput {
  @Field(() => Int)
  most!: number;
}

@ObjectType()
class Sheep {
  @Field(() => String)
  name!: string;
}

const seen: unknown[] = [];

@Resolver(() => Sheep)
class SheepResolver {
  private readonly greeting = 'hello';

  @Query(() => Sheep)
  sheep(): Sheep {
    return { name: 'dolly' };
  }

  @FieldResolver(() => String)
  plain(@Root() sheep: Sheep, @Ctx() context: { farm: string }): string {
    return `${this.greeting} ${sheep.name} of ${context.farm}`;
  }

  @FieldResolver(() => String)
  alone(@Root() sheep: Sheep): string {
    return `${this.greeting} ${sheep.name}`;
  }

  @FieldResolver(() => String)
  told(@Arg('twice', () => Boolean, { nullable: true }) twice: boolean | undefined, @Root() sheep: Sheep): string {
    seen.push(twice);
    return twice ? `${sheep.name} ${sheep.name}` : sheep.name;
  }

  @FieldResolver(() => Int)
  counted(@Root() _sheep: Sheep, @Args(() => RangeArgs) range: RangeArgs): number {
    seen.push({ ...range });
    return range.size * (range.step ?? 1);
  }

  @FieldResolver(() => Int)
  bounded(@Arg('bound', () => BoundInput) bound: BoundInput): number {
    seen.push(bound.constructor);
    return bound.most;
  }

  @FieldResolver(() => String)
  @UseMiddleware(async (_, next) => `watched ${await next()}`)
  watched(@Root() sheep: Sheep): string {
    return sheep.name;
  }
}

const schema = buildHoldlineSchema({
  resolvers: [SheepResolver],
  container: { get: () => new SheepResolver() },
  access: { ruleOf: () => 'open' },
});

async function ask(selection: string): Promise<unknown> {
  seen.length = 0;
  const { data, errors } = await graphql({
    schema,
    source: `{ sheep { ${selection} } }`,
    contextValue: { farm: 'the hill' },
  });
  expect(errors).toBeUndefined();
  return data?.['sheep'];
}

describe('resolver methods that are called as they stand', () => {
  it('gives root and context in the order of the method, with its own instance', async () => {
    expect(await ask('plain')).toEqual({ plain: 'hello dolly of the hill' });
  });

  it('gives an argument as it came: true, false, null, and undefined where it was left out', async () => {
    await ask('a: told(twice: true) b: told(twice: false) c: told(twice: null) d: told');
    expect(seen).toEqual([true, false, null, undefined]);
  });

  it('gives an instance of the class of arguments, inherited ones among them, without those left out', async () => {
    expect(await ask('counted(first: 7, step: 2)')).toEqual({ counted: 14 });
    expect(seen).toEqual([{ first: 7, step: 2 }]);
    await ask('counted(step: 3)');
    expect(seen).toEqual([{ step: 3 }]);
  });

  it('answers without a promise where type-graphql would make one of every argument', () => {
    const { told } = assertObjectType(schema.getType('Sheep')).getFields();
    expect(told?.resolve?.({ name: 'dolly' }, { twice: true }, {}, {} as GraphQLResolveInfo)).toBe('dolly dolly');
  });

  it('marks the methods that take their object alone, for compiled code to make nothing else', async () => {
    const fields = assertObjectType(schema.getType('Sheep')).getFields();
    const marked = Object.keys(fields).filter(
      (name) => fields[name]!.resolve && 'takesRootOnly' in fields[name]!.resolve,
    );
    expect(marked).toEqual(['alone']);
    expect(await ask('alone')).toEqual({ alone: 'hello dolly' });
  });

  it('leaves input objects and middleware to type-graphql', async () => {
    expect(await ask('bounded(bound: { most: 4 }) watched')).toEqual({ bounded: 4, watched: 'watched dolly' });
    expect(seen).toEqual([BoundInput]);
  });
});
