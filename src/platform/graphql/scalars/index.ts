import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLJSONObject, GraphQLUUID } from 'graphql-scalars';

export { DateScalar } from './date.js';
export { RegionCodeScalar } from './region-code.js';
export { YuanScalar } from './yuan.js';

/** The library's scalar, told in our words. */
function described<I, E>(scalar: GraphQLScalarType<I, E>, description: string): GraphQLScalarType<I, E> {
  return new GraphQLScalarType<I, E>({ ...scalar.toConfig(), description });
}

/** 时刻 · `DateTime`: an instant, RFC 3339; a JavaScript `Date` inside. @article none — technical */
export const DateTimeScalar = described(
  GraphQLDateTime,
  'Instant by the wall clock (时刻), RFC 3339 with its zone: "2023-11-30T08:15:00.000Z". Used for when something was entered, never for when it happened.',
);

/** 通用唯一标识 · `UUID`. @article none — technical */
export const UuidScalar = described(
  GraphQLUUID,
  'Universally unique identifier (通用唯一标识), 36 characters: "018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f"; any version.',
);

/** 键值对象 · `JSONObject`. @article none — technical */
export const JsonObjectScalar = described(
  GraphQLJSONObject,
  'Object of JSON values (键值对象) whose shape depends on its place: evidence of a finding, answers to a form of the province.',
);

/** 标量对应 · For `buildSchema`: a JavaScript Date is a DateTime wherever no thunk says otherwise. */
export const scalarsMap: { type: DateConstructor; scalar: GraphQLScalarType }[] = [
  { type: Date, scalar: DateTimeScalar },
];
