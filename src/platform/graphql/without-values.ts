import { shown } from '../../domain/kernel/shown.js';

/** A key that the schema does not know may be anything; our own are shorter. */
const LONGEST_KEY = 40;
const KEY = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** 可复述键名 · A key of the caller's own making as a message may repeat it. @article none — technical */
export function keyShown(key: string): string {
  return key.length <= LONGEST_KEY && (KEY.test(key) || /^\d{1,6}$/.test(key)) ? key : `${shown(key)}`;
}

/** Where graphql and its scalars repeat what they were given. */
const QUOTES: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/(?<=\bcannot represent [^:"]*value: )[\s\S]+$/, valueShown],
  [/(?<=is not a valid UUID: )[\s\S]+$/, valueShown],
  [/(?<=date-time-string )[\s\S]+?(?=\.?$)/, valueShown],
  [/(?<=^Value )"[\s\S]*"(?= does not exist in )/, valueShown],
  [/(?<=^Expected value of type "[^"]*", found )[\s\S]+?(?=\.$|; )/, valueShown],
  [/(?<=^Field ")[\s\S]+(?=" is not defined by type )/, keyShown],
];

/**
 * 去值说明 · What graphql says is wrong with a value, without the value: of what a caller wrote a message repeats no more than `shown`
 * does, and of a key that the schema does not know no more than a key is long.
 *
 * @article none — technical
 */
export function withoutValues(message: string): string {
  let told = message;
  for (const [place, tell] of QUOTES) told = told.replace(place, tell);
  return told;
}

/** A value as graphql prints it: texts in quotes, anything else as it stands. */
function valueShown(printed: string): string {
  const text = /^"([\s\S]*)"$/.exec(printed)?.[1];
  if (text !== undefined) return shown(text);
  return /^[-\w.]{1,10}$/.test(printed) ? printed : 'another kind of value';
}
