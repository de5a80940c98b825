/** 一个值 · One value of an object: its SQL, and what is made of it; nothing where it stays as it is. */
export interface PackedValue {
  readonly text: string;
  /** Whether it is text in the database too. */
  readonly plain?: boolean;
  readonly unpack?: (value: unknown, counties: readonly string[]) => unknown;
}

/** 打包的值 · The SQL of a JSON array of the values, and what makes an object of it. */
export interface PackedValues {
  readonly text: string;
  readonly unpack: (read: unknown, counties: readonly string[]) => Record<string, unknown>;
}

/** A function takes 100 arguments at most. */
const MOST_ARGUMENTS = 90;

/**
 * 打包取值 · Packs the values of an object: what is text goes into one array of texts, of which the database looks up how
 * it is written once and not value by value; the array and all other values make the JSON array.
 *
 * @param values  by key
 * @param ofCounty  keys whose value is the statement's one county, which need not travel
 * @article none — technical
 */
export function packValues(values: ReadonlyMap<string, PackedValue>, ofCounty: readonly string[]): PackedValues {
  const plain = [...values].filter(([, value]) => value.plain === true);
  const others = [...values].filter(([, value]) => value.plain !== true);
  const textKeys = plain.map(([key]) => key);
  const otherKeys = others.map(([key]) => key);
  const unpacks = others.map(([, { unpack }]) => unpack);
  const texts = `ARRAY[${plain.map(([, { text }]) => `${text}::text`).join(', ')}]::text[]`;
  const inParts = others.length >= MOST_ARGUMENTS;

  return {
    text: others.length === 0 ? `to_json(${texts})` : arrayOf([texts, ...others.map(([, { text }]) => text)]),
    unpack(read, counties) {
      const array = inParts ? (read as unknown[][]).flat() : (read as unknown[]);
      const told = others.length === 0 ? array : (array[0] as unknown[]);
      const object: Record<string, unknown> = {};
      for (const key of ofCounty) object[key] = counties[0];
      for (let at = 0; at < textKeys.length; at += 1) object[textKeys[at]!] = told[at];
      for (let at = 0; at < otherKeys.length; at += 1) {
        const unpack = unpacks[at];
        const value = array[at + 1];
        object[otherKeys[at]!] = unpack === undefined ? value : unpack(value, counties);
      }
      return object;
    },
  };
}

function arrayOf(texts: readonly string[]): string {
  if (texts.length <= MOST_ARGUMENTS) return `json_build_array(${texts.join(', ')})`;
  const parts: string[] = [];
  for (let at = 0; at < texts.length; at += MOST_ARGUMENTS)
    parts.push(`json_build_array(${texts.slice(at, at + MOST_ARGUMENTS).join(', ')})`);
  return `json_build_array(${parts.join(', ')})`;
}
