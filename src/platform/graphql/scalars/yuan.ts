import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { type Fen, formatYuan, parseYuan } from '../../../domain/kernel/money.js';
import { shown } from '../../../domain/kernel/shown.js';

const THREE_DECIMALS = /^-?\d+\.\d{3,}$/;

function readAmount(text: string): Fen {
  const amount = parseYuan(text);
  if (amount !== null) return amount;
  if (THREE_DECIMALS.test(text)) {
    throw new GraphQLError(
      `an amount in yuan has at most two decimals; ${shown(text)} has ${text.split('.')[1]!.length}`,
    );
  }
  if (/^-?\d{14,}/.test(text))
    throw new GraphQLError(`an amount in yuan has at most 13 digits before the point; ${shown(text)} has more`);
  throw new GraphQLError(
    `an amount in yuan is written in digits with at most two decimals, e.g. "7500.00"; found ${shown(text)}`,
  );
}

/**
 * Up to 13 digits and two decimals a double is told apart from its neighbours by its shortest text, so the text is what
 * the caller wrote; anything finer shows its extra decimals and is refused.
 */
function readValue(value: unknown): Fen {
  if (typeof value === 'string') return readAmount(value);
  if (typeof value === 'number') return readAmount(String(value));
  throw new GraphQLError('an amount in yuan is a string such as "7500.00" or a number');
}

/** 金额 · `Yuan`: integer fen inside, yuan with two decimals outside. @article none — technical */
export const YuanScalar = new GraphQLScalarType<Fen, string>({
  name: 'Yuan',
  description:
    'Exact amount of money in yuan, CNY (人民币元), as a string with two decimals: "7500.00". Input may be a string or a number with at most two decimals. Do not read it into a binary float to reckon with.',
  serialize(value) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new GraphQLError('not a whole number of fen');
    return formatYuan(value as Fen);
  },
  parseValue: readValue,
  parseLiteral(node) {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return readAmount(node.value);
    throw new GraphQLError('an amount in yuan is a string such as "7500.00" or a number', { nodes: node });
  },
});
