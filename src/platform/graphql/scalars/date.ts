import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { type CalendarDate, parseDate } from '../../../domain/kernel/calendar-date.js';
import { shown } from '../../../domain/kernel/shown.js';

const FORM = /^\d{4}-\d{2}-\d{2}$/;

function readDay(text: string): CalendarDate {
  const day = parseDate(text);
  if (day !== null) return day;
  if (FORM.test(text)) throw new GraphQLError(`${text} is no day of the calendar`);
  throw new GraphQLError(`a day is written YYYY-MM-DD, e.g. "2023-11-30"; found ${shown(text)}`);
}

/** 日期 · `Date`: a calendar day of China Standard Time, without an hour. @article none — technical */
export const DateScalar = new GraphQLScalarType<CalendarDate, string>({
  name: 'Date',
  description:
    'Calendar day of China Standard Time (日期,东八区), written YYYY-MM-DD: "2023-11-30". It has no hour and no zone; compare it as text.',
  serialize(value) {
    const day = typeof value === 'string' ? parseDate(value) : null;
    if (day === null) throw new GraphQLError('not a calendar day');
    return day;
  },
  parseValue(value) {
    if (typeof value !== 'string') throw new GraphQLError('a day is a string, YYYY-MM-DD, e.g. "2023-11-30"');
    return readDay(value);
  },
  parseLiteral(node) {
    if (node.kind !== Kind.STRING) {
      throw new GraphQLError('a day is a string, YYYY-MM-DD, e.g. "2023-11-30"', { nodes: node });
    }
    return readDay(node.value);
  },
});
