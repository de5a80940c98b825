import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { type RegionCode, readRegionCode } from '../../../domain/kernel/region-code.js';
import { isShown } from '../../../domain/kernel/shown.js';

function readCode(text: string): RegionCode {
  const code = readRegionCode(text);
  if (typeof code === 'object') throw new GraphQLError(code.fault);
  return code;
}

/** A number has lost leading zeros, and 12 digits do not fit GraphQL's Int; so only text is taken. */
const notText = (shown: string) => `a region code is a string: write "430121" in quotes; found ${shown}`;

/** 行政区划代码 · `RegionCode`: 6, 9 or 12 digits; whether the region exists is the field's question. @article none — technical */
export const RegionCodeScalar = new GraphQLScalarType<RegionCode, string>({
  name: 'RegionCode',
  description:
    'Division code (行政区划代码) of GB/T 2260 and the statistics bureau, as a string: 6 digits for a province, city or county ("430121"), 9 for a township ("430121102"), 12 for a village; "000000" is the nation.',
  serialize(value) {
    if (typeof value !== 'string') throw new GraphQLError('not a region code');
    return readCode(value);
  },
  parseValue(value) {
    if (typeof value !== 'string')
      throw new GraphQLError(notText(typeof value === 'number' ? 'a number' : 'another kind of value'));
    return readCode(value);
  },
  parseLiteral(node) {
    if (node.kind === Kind.INT)
      throw new GraphQLError(notText(isShown(node.value) ? `the number ${node.value}` : 'a number'), {
        nodes: node,
      });
    if (node.kind !== Kind.STRING) throw new GraphQLError(notText('another kind of value'), { nodes: node });
    return readCode(node.value);
  },
});
